"""What pages say to machines in their heads: schema.org's terms as JSON-LD, values first, JSON once.

Unknown facts are left out, never turned into no. Each page's own thing is called by the page's address and `#_this`.
Types that schema.org has for the network's own words (a sector, a kind of service) come from `same_as` in its lists.
"""
