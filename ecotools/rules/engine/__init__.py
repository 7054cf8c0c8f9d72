"""What runs the rules: limits, what a rule sees, the registry, and the forms a review is shown in."""
