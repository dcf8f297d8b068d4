"""What a proposed change does to what the public sees, said before it is published."""
