package identity

// Holds reports whether the viewer, as he is now, may still do what he was
// doing before, to every row that he reached then.
func (v Viewer) Holds(before Viewer) bool {
	return v.system == before.system && v.reach[before.grant].covers(before.reach[before.grant])
}
