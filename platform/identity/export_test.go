package identity

// Crowded is the viewer with the row filter of somebody who sees very many rows.
func (v Viewer) Crowded() Viewer {
	many := few + 1
	v.standing.counts = counts{many, many, many, many, many, many}
	return v
}
