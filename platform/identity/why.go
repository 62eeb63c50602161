package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Why is one reason for which a user sees a row.
type Why struct {
	User   kernel.ID   `json:"user"`
	Cause  string      `json:"cause" enum:"owner,member,line,region,flag,share,role"`
	Via    kernel.ID   `json:"via,omitzero" doc:"Who works on it and reports to the user"`
	For    kernel.ID   `json:"for,omitzero" doc:"Who is away, and whose work the user does"`
	Role   string      `json:"role,omitempty"   doc:"In the team"`
	Region string      `json:"region,omitempty"`
	Until  kernel.Date `json:"until,omitzero"`
}

// ground is everything on which somebody's sight of one row can rest.
type ground struct {
	day     kernel.Date
	members []Member
	shares  []Share
	place   Place
	flagged bool
	bosses  map[kernel.ID][]kernel.ID // of each member, himself included
	away    []Delegation
	rulers  []kernel.ID // users whose region the row lies in
}

// Why is who sees a row under a grant, and for which reasons: those of users
// who can sign in, by name.
func (s *Service) Why(tx *db.Tx, grant string, row kernel.ID) (all []Why, err error) {
	g, err := stoodOn(tx, row, kernel.Today())
	if err != nil {
		return nil, err
	}
	users, err := list(tx)
	for _, u := range users {
		if u.Active {
			all = append(all, g.reasons(u.ID, s.matrix.of(u.Roles)[grant])...)
		}
	}
	return all, err
}

// stoodOn reads the ground of a row that the transaction's user sees.
func stoodOn(tx *db.Tx, row kernel.ID, day kernel.Date) (g ground, err error) {
	g = ground{day: day, bosses: map[kernel.ID][]kernel.ID{}}
	if g.members, err = Members(tx, row); err != nil {
		return g, err
	}
	if g.shares, err = Shares(tx, row); err != nil {
		return g, err
	}
	if g.place, err = PlaceOf(tx, row); err != nil {
		return g, err
	}
	if g.flagged, err = FlaggedAs(tx, row, ForService); err != nil {
		return g, err
	}
	for _, m := range g.members {
		if g.bosses[m.User], err = above(tx, m.User); err != nil {
			return g, err
		}
	}
	if g.away, err = awayOn(tx, day); err != nil {
		return g, err
	}
	g.rulers, err = rulers(tx, g.place.Region)
	return g, err
}

// reasons are those of one user, whose role has some relations under the grant.
func (g ground) reasons(user kernel.ID, r Relation) (all []Why) {
	for _, self := range g.selves(user) {
		for _, m := range g.members {
			if w, ok := g.through(self.User, m, r.implied()); ok {
				w.User, w.For = user, self.For
				all = append(all, w)
			}
		}
	}
	if r&Region != 0 && !g.place.Closed && slices.Contains(g.rulers, user) {
		all = append(all, Why{User: user, Cause: "region", Region: g.place.Region})
	}
	if r&Flagged != 0 && g.flagged {
		all = append(all, Why{User: user, Cause: "flag"})
	}
	for _, x := range g.shares {
		if r&Shared != 0 && x.User == user && x.From.Compare(g.day) <= 0 {
			all = append(all, Why{User: user, Cause: "share", Until: x.Until})
		}
	}
	if r&All != 0 {
		all = append(all, Why{User: user, Cause: "role"})
	}
	return all
}

// self is the user, or somebody whose work he does.
type self struct{ User, For kernel.ID }

func (g ground) selves(user kernel.ID) []self {
	all := []self{{User: user}}
	for _, d := range g.away {
		if d.StandIn == user {
			all = append(all, self{d.User, d.User})
		}
	}
	return all
}

// through is why somebody sees the row because of one of its members.
func (g ground) through(user kernel.ID, m Member, r Relation) (Why, bool) {
	switch {
	case m.User == user && m.Owner && r&Own != 0:
		return Why{Cause: "owner"}, true
	case m.User == user && r&Team != 0:
		return Why{Cause: "member", Role: m.Role, Until: m.Until}, true
	case m.User != user && r&Line != 0 && slices.Contains(g.bosses[m.User], user):
		return Why{Cause: "line", Via: m.User}, true
	}
	return Why{}, false
}
