"""What pages say to machines in their heads: schema.org's terms as JSON-LD, values first, JSON once.

Unknown facts are left out, never turned into no. Each page's own thing is called by the page's address and `#_this`.
What kind of body a provider is comes from the network's own list of sectors, by `same_as` (see `docs/embeds.md`).
"""
