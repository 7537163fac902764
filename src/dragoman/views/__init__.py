"""What people and programs see: the command line and exports. Views ask the corridor and hold no rules."""
