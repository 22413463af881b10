"""Programme, cohort, place, completion, testimonial. May import everything downstairs."""
