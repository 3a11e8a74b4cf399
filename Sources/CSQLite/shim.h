#include <sqlite3.h>

/* Swift calls no function of variable arguments. Every allocation otherwise takes a lock to be counted, and nobody reads
   the counts. SQLITE_MISUSE where SQLite runs already. */
static inline int csqlite_stop_counting_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
