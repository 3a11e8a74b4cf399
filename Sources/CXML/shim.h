#include <libxml/xmlversion.h>
// The ICU types of the system would clash with those of Foundation; none is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
