package identity

import "erba/kernel"

// StandsInFor are those whose work the viewer does today, while they are away.
func (v Viewer) StandsInFor() []kernel.ID {
	if len(v.standing.who) == 0 {
		return nil
	}
	return v.standing.who[1:]
}

// By is the viewer with all he may see and do, in the hand of somebody who
// stands in for him: the audit names that one.
func (v Viewer) By(standIn Viewer) Viewer {
	v.hand = standIn.Actor()
	return v.For(standIn.grant)
}
