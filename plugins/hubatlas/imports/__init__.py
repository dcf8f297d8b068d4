"""Records from elsewhere: what a table or a feed proposes is compared with what is known, and never put over it unseen.

A reader turns a source into proposals; `planning.plan` sorts them into new, changed, the same, kept, doubtful, refused
and vanished; `planning.apply` writes the new and the changed ones, each as a file in the usual layout.
"""
