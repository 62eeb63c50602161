package identity

import (
	"context"
	"math"
	"strings"
	"time"

	"erba/kernel"
)

// Any is a number of rows without limit.
const Any = math.MaxInt64

// Cap is how many rows somebody may take along within a while, or bring in at
// once. Without one it is none.
type Cap struct {
	Rows   int64
	Within time.Duration // in which what is taken along adds up
	Second bool          // more than that, if a second person agrees
}

// Limited reports whether there is a number that counts.
func (c Cap) Limited() bool { return c.Rows != Any }

// wider is the larger of two allowances: rights of several roles unite.
func (c Cap) wider(d Cap) Cap {
	if d.Rows > c.Rows || d.Rows == c.Rows && d.Second {
		return d
	}
	return c
}

// Caps say how much each role may take out of the program, and bring in: a part
// of the matrix. They hold for every grant that ends so.
type Caps struct{ Export, Import map[string]Cap }

// Bringing is the grant whose cap says how many rows somebody may bring in with
// one file, under whichever grant the file comes in.
const Bringing = "import:write"

// exports is the verb of what leaves as a list.
const exports = ":export"

// Capped reports whether a grant is one of those that rows are counted for.
func Capped(grant string) bool { return strings.HasSuffix(grant, exports) || grant == Bringing }

// of is the cap of a role under a grant that is capped.
func (c Caps) of(role, grant string) (one Cap, ok bool) {
	if grant == Bringing {
		one, ok = c.Import[role]
	} else {
		one, ok = c.Export[role]
	}
	return one, ok
}

// Limit returns the caps of a matrix. A role that may export or import, but has
// no cap, stops the program, and so does one that has a cap for nothing.
func Limit(m Matrix, c Caps) Caps {
	for role, cells := range m {
		for grant := range cells {
			if one, ok := c.of(role, grant); Capped(grant) && !(ok && one.sound(grant)) {
				panic("identity: " + role + " has " + grant + ", but no cap")
			}
		}
	}
	m.needs(c.Export, exports)
	m.needs(c.Import, Bringing)
	return c
}

// needs stops the program over a cap of a role that has no grant which ends so.
func (m Matrix) needs(caps map[string]Cap, verb string) {
	for role := range caps {
		if !m.ends(role, verb) {
			panic("identity: " + role + " has a cap, but nothing that ends with " + verb)
		}
	}
}

// sound reports whether a cap makes sense: what leaves adds up within a while.
func (c Cap) sound(grant string) bool {
	return c.Rows > 0 && (grant == Bringing || !c.Limited() || c.Within > 0)
}

// ends reports whether a role has a grant that ends so.
func (m Matrix) ends(role, verb string) bool {
	for grant := range m[role] {
		if strings.HasSuffix(grant, verb) {
			return true
		}
	}
	return false
}

// capsOf are those of several roles, under each grant that one of them has.
func (m Matrix) capsOf(c Caps, roles []string) map[string]Cap {
	all := map[string]Cap{}
	for _, role := range roles {
		for grant := range m[role] {
			if one, ok := c.of(role, grant); ok && Capped(grant) {
				all[grant] = all[grant].wider(one)
			}
		}
	}
	return all
}

// Cap is how much the viewer may take along, or bring in, by what he is doing
// now. The nightly work knows no number.
func (v Viewer) Cap() Cap {
	if v.system {
		return Cap{Rows: Any}
	}
	return v.caps[v.grant]
}

// Brings is how many rows whoever works in a context may bring in with one file.
func Brings(ctx context.Context) int64 {
	viewer, _ := From(ctx)
	return viewer.For(Bringing).Cap().Rows
}

// Accountable is who answers for what the viewer takes along: a person for
// himself and for his programs.
func (v Viewer) Accountable() kernel.ID {
	if !v.Owner.IsZero() {
		return v.Owner
	}
	return v.ID
}

// Taken is what somebody took along, and when.
type Taken struct{ At, Rows int64 }

// Left is how many rows more may be taken along now, and when the first of
// those that were taken stop counting; never where none were.
func (c Cap) Left(taken []Taken, now time.Time) (left int64, more time.Time) {
	left = c.Rows
	for _, t := range taken {
		until := time.UnixMicro(t.At).Add(c.Within)
		if !c.Limited() || !until.After(now) || t.Rows == 0 {
			continue
		}
		left = max(0, left-t.Rows)
		if more.IsZero() || until.Before(more) {
			more = until
		}
	}
	return left, more
}
