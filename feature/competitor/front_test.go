package competitor

import (
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/feature/opportunity"
	"erba/kernel"
)

// second is another deal of an account.
func (g *ground) second() kernel.ID {
	g.Helper()
	d, err := opportunity.New(g.Kit).Open(g.As("rep"), opportunity.Deal{Account: g.mine, Code: "O-2", Name: "备件年框"})
	g.must(err)
	return d.ID
}

func (g *ground) front(role string) Front {
	g.Helper()
	f, err := g.Front(g.As(role), g.mine)
	g.must(err)
	return f
}

func (g *ground) clears(f Front) (Front, error) {
	_, err := g.Clear(g.As("rep"), Clear{Account: g.mine, Evidence: "逐个走访了五个部门", Version: f.Revision})
	return g.front("rep"), err
}

// M63: the board of an account is sorted by what everybody threatens in its live deals.
func TestM63OfAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		other := g.second()
		g.judged(Rival{Kind: Direct, Competitor: g.li, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}, Active: true})
		g.judged(Rival{Kind: Own, Ratings: []int{5, 5, 5, 5, 5, 0, 0, 0}})
		_, err := g.Judge(g.As("rep"), Rival{Deal: other, Kind: Direct, Competitor: g.li, Ratings: []int{5, 5, 5, 5, 4, 0, 0, 0}, Active: true, Evidence: "开标记录摘要"})
		g.must(err)
		g.judged(Rival{Kind: Indirect, Superior: "集团集采中心", Power: 5, Opposition: 4})
		g.rates(g.bei, 3, 3, 3, 3, 3, 3)
		tell := func() (got string) {
			for _, o := range g.front("rep").Foes {
				got += fmt.Sprintf("%s %v %d/%d, ", o.Name, o.Threat, o.Live, o.Ended)
			}
			return got
		}
		if got, want := tell(), "砺衡传动 4.8 2/0, 集团集采中心 4 1/0, 北屿齿轮 NaN 0/0, "; got != want {
			g.Errorf("%s, want %s", got, want)
		}
		g.ends("lost", g.li)
		if got, want := tell(), "砺衡传动 4.8 1/1, 集团集采中心 4 0/1, 北屿齿轮 NaN 0/0, "; got != want {
			g.Errorf("once one has ended: %s, want %s", got, want)
		}
		_, err = g.Front(g.As("other"), g.mine)
		g.refuses("a stranger", err, "db.missing")
	})
}

// M94 (5): a direct competitor, and an explicit word about the inside.
func TestWhoCompetesIsKnownOnceBothKindsAreSpokenOf(t *testing.T) {
	each(t, func(g *ground) {
		knows := func(sentence string, want bool) {
			g.Helper()
			all, err := g.Faced(g.As("rep"), []kernel.ID{g.mine, g.his})
			g.must(err)
			if said, seen := all[g.mine]; said != want || !seen || len(all) != 1 {
				g.Errorf("%s: %v", sentence, all)
			}
			if f := g.front("rep"); (f.Direct && f.Inside) != want {
				g.Errorf("%s: the page says direct %v, inside %v", sentence, f.Direct, f.Inside)
			}
		}
		knows("nothing is said", false)
		f, err := g.clears(g.front("rep"))
		g.must(err)
		knows("nothing inside, but nobody direct", false)
		g.judged(Rival{Kind: Direct, Competitor: g.li, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}, Active: true})
		knows("a direct one, and nothing inside", true)
		g.today = func() kernel.Date { return june.AddMonths(13) }
		knows("a year later", false)
		g.today = func() kernel.Date { return june }
		_, err = g.Clear(g.As("rep"), Clear{Account: g.mine, Evidence: "又走访了一遍", Version: 0})
		g.refuses("over a version that was not read", err, "db.stale")
		_, err = g.Clear(g.As("rep"), Clear{Account: g.mine, Evidence: "无", Version: f.Revision})
		g.refuses("without evidence", err, "competitor.short_evidence")
		g.must(g.Unclear(g.As("rep"), g.mine, f.Revision))
		knows("taken back", false)
		g.judged(Rival{Kind: Indirect, Superior: "集团集采中心", Power: 5, Opposition: 4})
		knows("the group's purchasing stands in the way", true)
		_, err = g.clears(g.front("rep"))
		g.refuses("nothing inside, while something is", err, "competitor.obstructed")
	})
}

func TestWhatIsSaidOfTheInsideFollowsItsAccount(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.clears(g.front("rep"))
		g.must(err)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if f, err := g.Front(g.As("director"), g.his); err != nil || f.Clear == nil {
			g.Errorf("%+v, %v", f, err)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if f := g.front("rep"); f.Clear == nil {
			g.Errorf("%+v", f)
		}
	})
}
