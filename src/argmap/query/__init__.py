"""Questions to maps: which claims, by what route, how many, in which map."""
