package receivable

import (
	"testing"

	"pgregory.net/rapid"

	rules "erba/analysis/terms"
	"erba/feature/terms"
	"erba/kernel"
	"erba/platform/db"
)

// What is remembered of an exposure is what the papers say, whatever was booked,
// decided, agreed or taken back, here or by another server.
func TestAnExposureIsNeverOld(t *testing.T) {
	each(t, func(g *ground) {
		other := New(g.Kit)
		other.today = g.today
		g.Grant("director", "terms:write", "A")
		g.Grant("director", "dayoff:write", "A")
		s := &story{ground: g}
		same := func(r *rapid.T) {
			g.must(g.DB.Snapshot(g.As("director"), func(tx *db.Tx) error {
				papers, err := g.Service.of(tx, g.mine, At{})
				g.must(err)
				for _, server := range []*Service{g.Service, other} {
					e, err := server.Exposure(tx, g.mine)
					g.must(err)
					if e != papers.Exposure {
						r.Fatalf("%+v is said, %+v is owed", e, papers.Exposure)
					}
				}
				return nil
			}))
		}
		rapid.Check(g.T, func(r *rapid.T) {
			same(r)
			switch rapid.IntRange(0, 9).Draw(r, "what else") {
			case 0:
				a := agreement(g.mine, rapid.SampledFrom(rules.Modes).Draw(r, "mode"))
				a.Since = kernel.On(2026, 1, 1).Add(rapid.IntRange(0, 400).Draw(r, "since"))
				_, _ = g.terms.Agree(g.As("director"), a) // some are refused
			case 1:
				on := kernel.On(2026, 4, 1).Add(rapid.IntRange(0, 60).Draw(r, "day off"))
				_, err := g.terms.SetDay(g.As("director"), terms.Day{On: on, Working: rapid.Bool().Draw(r, "working"), Name: "厂休"})
				g.must(err)
			default:
				s.step(r)
			}
			same(r)
		})
	})
}
