// Adds to pages that already work: closing menus, copying, progress of jobs and of uploads.
