"""What follows a decision: appeals, what its reporter hears, what moderators note. May import the desk and below.

It also has the public form for reports, deciding concerns and proposing measures, and the verbs of an appeal about a
hidden message, whose model is the desk's."""
