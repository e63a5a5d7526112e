// The tools are on PATH.
