"""What somebody should look after now and then: facts that are due, dates that run out, dead links, weak packages."""
