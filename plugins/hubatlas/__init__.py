"""Hub Atlas: records of community hubs, what follows from them, and the files that publish them."""
