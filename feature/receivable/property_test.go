package receivable

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/terms"
	"erba/kernel"
	"erba/platform/db"
)

// story books, decides and takes back at random, and remembers what was known when.
type story struct {
	*ground
	all   []Document
	parts []Part
}

var everyKind = []string{Invoice, Invoice, Invoice, Receipt, Receipt, Credit, Bill, Refund, Writeoff, Shipment}

func (s *story) step(r *rapid.T) {
	day := kernel.On(2026, 1, 1).Add(rapid.IntRange(0, 140).Draw(r, "day"))
	switch rapid.IntRange(0, 9).Draw(r, "what") {
	case 0, 1: // something is taken back
		if len(s.all) == 0 {
			return
		}
		at := rapid.IntRange(0, len(s.all)-1).Draw(r, "which")
		s.must(s.reverse(s.all[at].ID))
		s.all = append(s.all[:at], s.all[at+1:]...)
	case 2, 3: // somebody says what pays what; nonsense is refused
		if len(s.all) == 0 {
			return
		}
		from, to := rapid.SampledFrom(s.all).Draw(r, "from"), rapid.SampledFrom(s.all).Draw(r, "to")
		_ = s.DB.Write(s.As("director"), func(tx *db.Tx) error {
			made, err := s.Allocate(tx, s.mine, []Part{{From: from.ID, To: to.ID, Amount: rapid.Int64Range(1, 900).Draw(r, "part")}})
			s.parts = append(s.parts, made...)
			return err
		})
	default:
		kind := rapid.SampledFrom(everyKind).Draw(r, "kind")
		d, err := s.Add(s.As("director"), Document{Account: s.mine, Kind: kind, On: day, Matures: matures(kind, day), Amount: rapid.Int64Range(1, 1000).Draw(r, "amount")})
		s.must(err)
		s.all = append(s.all, d)
	}
}

func matures(kind string, day kernel.Date) kernel.Date {
	if kind == Bill {
		return day.AddMonths(6)
	}
	return kernel.Date{}
}

func (s *story) told(at At) string {
	a := s.of(at)
	return fmt.Sprint(a.Standing, a.Exposure)
}

// Whatever is booked, decided and taken back: what was known at any time is told again
// as it was, the ages sum to what is owed, nothing is below zero, nothing pays more than
// it is, the columns and the account agree, and the doctor finds nothing.
func TestWhateverHappensToPapers(t *testing.T) {
	each(t, func(g *ground) {
		rapid.Check(g.T, func(r *rapid.T) {
			s := &story{ground: g}
			on := kernel.On(2026, 5, 31)
			known := map[int64]string{}
			for range rapid.IntRange(1, 12).Draw(r, "steps") {
				s.step(r)
				known[g.clock] = s.told(At{On: on, Known: g.clock})
			}
			for at, was := range known {
				if is := s.told(At{On: on, Known: at}); is != was {
					r.Fatalf("known at %d: %s, was %s", at, is, was)
				}
			}
			a := s.of(At{On: on})
			var ages int64
			for _, age := range a.Standing.Ages {
				ages += age
			}
			if e := a.Exposure; ages != e.Receivable || min(e.Receivable, e.Overdue, e.Shipped, e.Bills, e.Advance) < 0 || e.Overdue > e.Receivable {
				r.Fatalf("%+v, ages sum to %d", e, ages)
			}
			for _, c := range claimsOf(&a.Standing, a.Documents) {
				paid := c.Left
				for _, p := range c.Paid {
					paid += p.Amount
				}
				if paid != c.Amount || c.Left < 0 {
					r.Fatalf("of %d, %d is left and %d paid", c.Amount, c.Left, paid-c.Left)
				}
			}
			all, err := g.Ageing(g.As("director"), Ask{At: At{On: on}})
			g.must(err)
			if all.Total != a.Exposure.Receivable || all.Late != a.Exposure.Overdue || all.Advance != a.Exposure.Advance {
				r.Fatalf("the columns say %+v, the account %+v", all.Figure, a.Exposure)
			}
			g.must(g.Sound(g.As("director")))
		})
	})
}

// A paper that is taken back leaves everything as it was before.
func TestAReversalRestoresTheStateBefore(t *testing.T) {
	each(t, func(g *ground) {
		rapid.Check(g.T, func(r *rapid.T) {
			s := &story{ground: g}
			for range 3 {
				s.step(r)
			}
			at := At{On: kernel.On(2026, 5, 31)}
			before := s.told(at)
			kind := rapid.SampledFrom(everyKind).Draw(r, "kind")
			d, err := s.Add(s.As("director"), Document{Account: s.mine, Kind: kind, On: at.On, Matures: matures(kind, at.On), Amount: 77})
			s.must(err)
			s.must(s.reverse(d.ID))
			if after := s.told(at); after != before {
				r.Fatalf("%s, was %s", after, before)
			}
		})
	})
}

// Terms of an account reach the columns, and days off those that move with them.
func TestColumnsFollowTerms(t *testing.T) {
	each(t, func(g *ground) {
		g.customerA()
		late := func() int64 {
			a, err := g.Ageing(g.As("director"), Ask{At: At{On: kernel.On(2026, 5, 31)}})
			g.must(err)
			return a.Late / 100
		}
		if got := late(); got != 4000 {
			g.Error("by the default:", got)
		}
		s := g.terms
		g.Grant("director", "terms:write", "A")
		_, err := s.Agree(g.As("director"), agreement(g.mine, terms.EndDays))
		g.must(err)
		if got := late(); got != 22000 {
			g.Error("by days:", got)
		}
	})
}
