"""What the rows of the matrix point at, one file per room. A function takes the cast and gives the route's kwargs."""
