"""What the hub asks the database: each function is one question, asked through `asking.ask`."""
