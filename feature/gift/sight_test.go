package gift

import (
	"testing"

	"erba/platform/identity"
)

// Who reads gifts but not the people of an account, such as finance, learns the names
// of those alone who were given something.
func TestTheRegisterIsNoListOfPeople(t *testing.T) {
	each(t, func(g *ground) {
		g.Grant("other", "gift:read", "A")
		g.Grant("other", "contact:read", "")
		reads := func() Register {
			r, err := g.List(identity.Under(g.As("other"), "gift:read"), Which{Account: g.mine, Limit: 50})
			g.must(err)
			return r
		}
		if r := reads(); len(r.People) != 0 {
			g.Errorf("nothing was given: %+v", r.People)
		}
		_, err := g.give("rep", 100, "")
		g.must(err)
		if r := reads(); len(r.People) != 1 || r.People[0].ID != g.wang || r.People[0].Got != 100_00 {
			g.Errorf("%+v", r.People)
		}
	})
}
