package competitor

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, opportunity.Feature, Feature}

var june = kernel.On(2026, 6, 24)

// ground is an account of the rep's with a deal, one of somebody else's with
// another, and two competitors.
type ground struct {
	*apptest.Stage
	*Service
	mine, his   kernel.ID // accounts
	deal, other kernel.ID // deals
	li, bei     kernel.ID // competitors
	boss        kernel.ID // a contact of mine
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		s.Grant("rep", "competitor:write", "O")
		s.Grant("rep", "opportunity:write", "O")
		s.Grant("other", "opportunity:write", "O")
		s.Grant("rep", "competitor:keep", "O")
		s.Grant("manager", "competitor:keep", "A")
		s.Grant("rep", "competitor:export", "O")
		s.Uncapped()
		g.mine, g.deal = g.customer("rep")
		g.his, g.other = g.customer("other")
		g.li, g.bei = g.name("砺衡传动"), g.name("北屿齿轮")
		card, err := contact.New(s.Kit).Meet(s.As("rep"), contact.Contact{Account: g.mine, Name: "严叙"})
		g.must(err)
		g.boss = card.ID
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// refuses wants the fault with a key.
func (g *ground) refuses(what string, err error, key string) {
	g.Helper()
	if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != key {
		g.Errorf("%s: %v, want %s", what, err, key)
	}
}

func (g *ground) customer(owner string) (customer, deal kernel.ID) {
	g.Helper()
	a := []account.Account{{Code: owner, Name: "客户" + owner, Region: "华东", Industry: "rail"}}
	g.must(account.New(g.Kit).Open(g.As(owner), a...))
	d, err := opportunity.New(g.Kit).Open(g.As(owner), opportunity.Deal{Account: a[0].ID, Code: "O-" + owner, Name: "齿轮箱总成 120 台"})
	g.must(err)
	return a[0].ID, d.ID
}

func (g *ground) name(name string) kernel.ID {
	g.Helper()
	c, err := g.Name(g.As("rep"), Competitor{Name: name})
	g.must(err)
	return c.ID
}

func (g *ground) judged(r Rival) Rival {
	g.Helper()
	r.Deal, r.Evidence = g.deal, "技术交流会上听到的"
	r, err := g.Judge(g.As("rep"), r)
	g.must(err)
	return r
}

func (g *ground) duel(role string) Duel {
	g.Helper()
	d, err := g.Duel(g.As(role), g.deal)
	g.must(err)
	return d
}

func (g *ground) ends(state string, winner kernel.ID) {
	g.Helper()
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		_, err := tx.Exec(`UPDATE opportunities SET state = ?, winner_id = ?, closed_on = ? WHERE id = ? AND ?`, state, winner, june, g.deal, tx.Visible("opportunities.row_id"))
		return err
	}))
}

// The worked example of method M63 in a deal: a direct rival of mean 3.6 threatens
// with 3.60, power 5 and opposition 4 with 4.00; it ranks first and raises a flag.
func TestM63InADeal(t *testing.T) {
	each(t, func(g *ground) {
		g.judged(Rival{Kind: Own, Ratings: []int{4, 5, 3, 3, 4, 3, 5, 3}})
		direct := g.judged(Rival{Kind: Direct, Competitor: g.li, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}, Active: true, Incumbent: true})
		g.judged(Rival{Kind: Direct, Competitor: g.bei, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}})
		g.judged(Rival{Kind: Indirect, Superior: "集团集采中心", Power: 5, Opposition: 4})
		d := g.duel("rep")
		var got []string
		for _, r := range d.Rivals {
			got = append(got, fmt.Sprintf("%s %s %v %v %v", r.Kind, r.Name, r.Mean, r.Threat, r.Flag))
		}
		want := "own  3.75 NaN false, indirect 集团集采中心 NaN 4 true, direct 砺衡传动 3.6 3.6 false, direct 北屿齿轮 3.6 2.16 false"
		if all := strings.Join(got, ", "); all != want {
			g.Errorf("%s\nwant %s", all, want)
		}
		if ours, known := Supplied(d.Rivals); ours || !known {
			g.Error("砺衡 supplies the customer now, we do not")
		}
		if direct.Why == nil || direct.Why.Rule != "rivalry.rule_active" || len(d.People) != 1 || !d.Write {
			g.Errorf("%+v", d)
		}
		if m := g.duel("manager"); len(m.Rivals) != 4 {
			g.Errorf("the manager sees %d", len(m.Rivals))
		}
		_, err := g.Duel(g.As("other"), g.deal)
		g.refuses("a stranger", err, "db.missing")
	})
}

// At gate 3 ours is 48, the best competitor's 60: the strength is 0.80.
func TestTheStrengthIsThatOfTheThirdGate(t *testing.T) {
	each(t, func(g *ground) {
		for kind, competitor := range map[string]kernel.ID{Own: {}, Direct: g.li} {
			g.judged(Rival{Kind: kind, Competitor: competitor, Active: true})
		}
		g.judged(Rival{Kind: Direct, Competitor: g.bei, Active: true})
		if d := g.duel("rep"); d.Ratio.Known() || d.Best != "" {
			g.Errorf("while nobody is scored: %+v", d)
		}
		scores := map[kernel.ID]null.Number{{}: 48, g.li: 60, g.bei: 40}
		g.ScoredBy(func(_ *db.Tx, _, who kernel.ID) (null.Number, error) { return scores[who], nil })
		if d := g.duel("rep"); d.Ratio != 0.8 || d.Best != "砺衡传动" {
			g.Errorf("%v against %s", d.Ratio, d.Best)
		}
	})
}

func TestRivalsThatMakeNoSense(t *testing.T) {
	each(t, func(g *ground) {
		fine := Rival{Deal: g.deal, Kind: Direct, Competitor: g.li, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}, Evidence: "客户采购说的"}
		for name, tt := range map[string]struct {
			change func(*Rival)
			key    string
		}{
			"nobody":                      {func(r *Rival) { r.Competitor = kernel.ID{} }, "competitor.no_competitor"},
			"somebody we never named":     {func(r *Rival) { r.Competitor = kernel.NewID() }, "db.missing"},
			"an obstacle that is a firm":  {func(r *Rival) { r.Kind = Indirect }, "competitor.no_obstacle"},
			"a person and a unit in one":  {func(r *Rival) { r.Kind, r.Competitor, r.Contact, r.Superior = Indirect, kernel.ID{}, g.boss, "总部" }, "competitor.no_obstacle"},
			"a person from elsewhere":     {func(r *Rival) { r.Kind, r.Competitor, r.Contact = Indirect, kernel.ID{}, kernel.NewID() }, "competitor.stranger"},
			"ourselves as a firm":         {func(r *Rival) { r.Kind = Own }, "competitor.ourselves"},
			"a six":                       {func(r *Rival) { r.Ratings[0] = 6 }, "competitor.bad_rating"},
			"three ratings":               {func(r *Rival) { r.Ratings = r.Ratings[:3] }, "competitor.bad_rating"},
			"without evidence":            {func(r *Rival) { r.Evidence = "听说" }, "competitor.short_evidence"},
			"expired when it is said":     {func(r *Rival) { r.Expires = june }, "competitor.bad_expiry"},
			"in a deal of somebody else":  {func(r *Rival) { r.Deal = g.other }, "db.missing"},
			"of a kind that there is not": {func(r *Rival) { r.Kind = "friend" }, "competitor.bad_kind"},
		} {
			r := fine
			r.Ratings = append([]int{}, fine.Ratings...)
			tt.change(&r)
			_, err := g.Judge(g.As("rep"), r)
			g.refuses(name, err, tt.key)
		}
		_, err := g.Judge(g.As("rep"), fine)
		g.must(err)
		_, err = g.Judge(g.As("rep"), fine)
		g.refuses("the same twice", err, "competitor.there_already")
	})
}

func TestWhatIsSaidOfARivalIsReplacedOverTheVersionThatWasRead(t *testing.T) {
	each(t, func(g *ground) {
		r := g.judged(Rival{Kind: Direct, Competitor: g.li, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}, Active: true})
		r.Ratings[0] = 5
		next, err := g.Rejudge(g.As("rep"), r)
		if g.must(err); next.Version != 2 || next.Mean != 3.8 {
			g.Errorf("%+v", next)
		}
		_, err = g.Rejudge(g.As("rep"), r)
		g.refuses("over what was read before", err, "db.stale")
		g.refuses("of an old version", g.Drop(g.As("rep"), g.deal, r.ID, 1), "db.stale")
		g.must(g.Drop(g.As("rep"), g.deal, r.ID, 2))
		if d := g.duel("rep"); len(d.Rivals) != 0 {
			g.Errorf("%+v", d.Rivals)
		}
	})
}

// What is said of a person goes with him when he asks to be forgotten.
func TestAPersonWhoIsForgottenIsNoOpponentAnyMore(t *testing.T) {
	each(t, func(g *ground) {
		g.judged(Rival{Kind: Indirect, Contact: g.boss, Power: 5, Opposition: 4})
		if d := g.duel("rep"); d.Rivals[0].Name != "严叙" || !d.Rivals[0].Flag {
			g.Errorf("%+v", d.Rivals)
		}
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			n, err := forget(tx, g.boss)
			if n != 1 {
				g.Errorf("%d forgotten", n)
			}
			return err
		}))
		if d := g.duel("rep"); len(d.Rivals) != 0 {
			g.Errorf("%+v", d.Rivals)
		}
	})
}

func TestRecordsSaySmallNumbersAsCounts(t *testing.T) {
	each(t, func(g *ground) {
		g.judged(Rival{Kind: Direct, Competitor: g.li, Active: true})
		if p, err := g.Page(g.As("rep"), g.li); err != nil || p.Record.Live != 1 || p.Record.Met != 0 || len(p.Deals) != 1 {
			g.Errorf("while it is open: %+v, %v", p, err)
		}
		g.ends("lost", g.li)
		p, err := g.Page(g.As("rep"), g.li)
		if r := p.Record; err != nil || r.Met != 1 || r.Won != 0 || r.Taken != 1 || r.Share.Mean.Known() || r.Share.Of != 1 || p.Scope != "own" {
			g.Errorf("lost to him: %+v, %v", p, err)
		}
		g.ends("lost", g.bei)
		l, err := g.List(g.As("director"))
		g.must(err)
		got := map[string]string{}
		for _, c := range l.Rows {
			got[c.Name] = fmt.Sprintf("%d met, %d won, %d taken", c.Record.Met, c.Record.Won, c.Record.Taken)
		}
		if got["砺衡传动"] != "1 met, 0 won, 0 taken" || got["北屿齿轮"] != "1 met, 0 won, 1 taken" || l.Scope != "all" {
			g.Errorf("who wins without being named is met: %v", got)
		}
		if other, err := g.Page(g.As("other"), g.li); err != nil || other.Record.Met != 0 || len(other.Deals) != 0 {
			g.Errorf("a stranger reads of %+v, %v", other.Record, err)
		}
	})
}

func TestBattleCards(t *testing.T) {
	each(t, func(g *ground) {
		card := Competitor{ID: g.li, Name: "砺衡传动", Strengths: "审批层关系深", Weakness: "全寿命成本高", Says: "请客户按十年算", Evidence: "三号线标书", Version: 1}
		c, err := g.Write(g.As("manager"), card)
		if g.must(err); c.Version != 2 || c.Checked != june || c.Expires != june.AddMonths(12) {
			g.Errorf("%+v", c)
		}
		_, err = g.Write(g.As("manager"), card)
		g.refuses("over what was read before", err, "db.stale")
		card.Version, card.Evidence = 2, ""
		_, err = g.Write(g.As("manager"), card)
		g.refuses("without evidence", err, "competitor.short_evidence")
		_, err = g.Name(g.As("rep"), Competitor{Name: " 北屿齿轮 "})
		g.refuses("named twice", err, "competitor.taken")
	})
}

// The worked example of method M47 at an account: us 4.00 strong, X 3.20 medium, Y
// 2.20 weak, r = 1.25.
func TestM47AtAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.rates(kernel.ID{}, 5, 4, 3, 4, 4, 4)
		g.rates(g.li, 3, 3, 4, 3, 3, 3)
		g.rates(g.bei, 2, 2, 3, 2, 2, 2)
		grid, err := g.OfAccount(g.As("rep"), g.mine)
		g.must(err)
		var got []string
		for _, c := range grid.Lines[0].Cells {
			got = append(got, fmt.Sprintf("%v %s", c.Value, c.Mark))
		}
		if all := strings.Join(got, ", "); all != "4 strong, 2.2 weak, 3.2 medium" || grid.Lines[0].Ratio != 1.25 || grid.Lines[0].Best != "砺衡传动" || grid.Advantage != 1.25 {
			g.Errorf("%s, %+v", all, grid.Lines[0].Ratio)
		}
		if a := g.advantage(g.mine); a != 1.25 {
			g.Errorf("%v", a)
		}
		_, err = g.OfAccount(g.As("other"), g.mine)
		g.refuses("a stranger", err, "db.missing")
	})
}

func (g *ground) advantage(of kernel.ID) (a null.Number) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
		a, err = g.Advantage(tx, of)
		return err
	}))
	return a
}

// scored are ratings by the six usual factors.
func scored(n ...int) map[string]int {
	all := map[string]int{}
	for i, key := range []string{"coverage", "stability", "price", "brand", "service", "operation"} {
		all[key] = n[i]
	}
	return all
}

func (g *ground) rates(who kernel.ID, n ...int) {
	g.Helper()
	_, err := g.Rate(g.As("rep"), Cell{Account: g.mine, Scope: OfAccount, Product: "专线", Competitor: who, Scores: scored(n...), Evidence: "客户运维总监的评价"})
	g.must(err)
}

// An account that nobody has rated is judged by its region, then by its industry.
func TestWhereAnAccountIsNotRatedItsRegionIs(t *testing.T) {
	each(t, func(g *ground) {
		for scope, place := range map[string]string{OfRegion: "华东", OfIndustry: "rail"} {
			ours := scored(4, 4, 4, 4, 4, 4)
			if scope == OfIndustry {
				ours = scored(2, 2, 2, 2, 2, 2)
			}
			for who, scores := range map[kernel.ID]map[string]int{{}: ours, g.li: scored(2, 2, 2, 2, 2, 2)} {
				_, err := g.Rate(g.As("manager"), Cell{Scope: scope, Place: place, Product: "专线", Competitor: who, Scores: scores, Evidence: "区域经理会议"})
				g.must(err)
			}
		}
		if a := g.advantage(g.mine); a != 2 {
			g.Errorf("by its region: %v", a)
		}
		grid, err := g.Elsewhere(g.As("other"), OfIndustry, "rail")
		if g.must(err); grid.Advantage != 1 || len(grid.Others) != 1 {
			g.Errorf("%+v", grid)
		}
	})
}

func TestRatingsOfProductsThatMakeNoSense(t *testing.T) {
	each(t, func(g *ground) {
		fine := Cell{Account: g.mine, Scope: OfAccount, Product: "专线", Scores: scored(5, 4, 3, 4, 4, 4), Evidence: "客户运维总监的评价"}
		for name, tt := range map[string]struct {
			change func(*Cell)
			key    string
		}{
			"of no product":             {func(c *Cell) { c.Product = " " }, "competitor.bad_product"},
			"by a factor there is not":  {func(c *Cell) { c.Scores = map[string]int{"luck": 5} }, "competitor.bad_rating"},
			"a six":                     {func(c *Cell) { c.Scores = map[string]int{"price": 6} }, "competitor.bad_rating"},
			"nothing":                   {func(c *Cell) { c.Scores = nil }, "competitor.bad_rating"},
			"without evidence":          {func(c *Cell) { c.Evidence = "" }, "competitor.short_evidence"},
			"over what nobody has read": {func(c *Cell) { c.Version = 3 }, "db.stale"},
			"at somebody else's":        {func(c *Cell) { c.Account = g.his }, "db.missing"},
		} {
			c := fine
			tt.change(&c)
			_, err := g.Rate(g.As("rep"), c)
			g.refuses(name, err, tt.key)
		}
		c, err := g.Rate(g.As("rep"), fine)
		g.must(err)
		back := Cell{Account: g.mine, Scope: OfAccount, Product: "专线", Evidence: "搞错了产品", Version: c.Version}
		_, err = g.Rate(g.As("rep"), back)
		g.must(err)
		if grid, err := g.OfAccount(g.As("rep"), g.mine); err != nil || len(grid.Lines) != 0 {
			g.Errorf("taken back: %+v, %v", grid.Lines, err)
		}
	})
}

func TestCompetitorsAreTakenAlong(t *testing.T) {
	each(t, func(g *ground) {
		g.judged(Rival{Kind: Direct, Competitor: g.li, Ratings: []int{4, 4, 3, 4, 3, 0, 0, 0}, Active: true})
		g.rates(kernel.ID{}, 5, 4, 3, 4, 4, 4)
		for path, want := range map[string]string{
			"/api/competitors/export?format=csv":        "砺衡传动,",
			"/api/competitors/rivals/export?format=csv": "Direct,砺衡传动,4,4,3,4,3,,,,3.6,,,3.6,Yes,No,",
			"/api/competitors/grid/export?format=csv":   "Account,客户rep,专线,We,4,Strong,",
		} {
			w := g.Do("manager", "GET", path, "", "Accept-Language", "en")
			if !strings.Contains(w.Body.String(), want) {
				g.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	})
}

// What was rated goes with its account into another one, and back.
func TestRatingsFollowTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.rates(kernel.ID{}, 5, 4, 3, 4, 4, 4)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if grid, err := g.OfAccount(g.As("director"), g.his); err != nil || len(grid.Lines) != 1 {
			g.Errorf("%+v, %v", grid, err)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if grid, err := g.OfAccount(g.As("rep"), g.mine); err != nil || len(grid.Lines) != 1 {
			g.Errorf("%+v, %v", grid, err)
		}
	})
}
