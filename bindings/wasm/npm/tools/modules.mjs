// The modules of the package.

/** The core, and the parts that join it; that of the scorecard apart. */
export const modules = ['core', 'methods', 'check', 'explain', 'gaps', 'tables', 'tools', 'xlsx', 'merge', 'form', 'report', 'panel', 'robust', 'programme', 'synthesis', 'planning', 'pilots', 'pages', 'word'];
