package development

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	stages "erba/analysis/development"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, goal.Feature, Feature}

// ground is a company with two accounts of the rep's, who reports to the manager,
// and one of somebody else's. The first has people on three levels and in two
// departments.
type ground struct {
	*apptest.Stage
	*Service
	ids    []kernel.ID
	people []kernel.ID
	day    kernel.Date
}

const wan = 10_000_00 // 10,000 yuan in fen

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), day: kernel.Today()}
		g.today = func() kernel.Date { return g.day }
		for i, role := range []string{"rep", "rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			g.must(account.New(s.Kit).Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		for _, c := range []contact.Contact{
			{Name: "采购总监", Department: "采购部", Rank: 5},
			{Name: "设备经理", Department: "设备部", Rank: 4},
			{Name: "专员", Department: "采购部", Rank: 1},
		} {
			c.Account = g.ids[0]
			card, err := contact.New(s.Kit).Meet(s.As("rep"), c)
			g.must(err)
			g.people = append(g.people, card.ID)
		}
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func (g *ground) sell(i int, minor int64) {
	g.Helper()
	ctx, led := g.As("director"), ledger.New(g.Kit)
	lines := []ledger.Line{{Account: g.ids[i], Order: fmt.Sprint("O", i, minor), Product: "P1", On: g.day.Add(-10), Quantity: kernel.Whole(1),
		Price: kernel.Whole(minor / 100), Amount: minor}}
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	g.must(err)
	ledger.NewTally().Line(&lines[0])
	o, err := led.BookLines(ctx, b.ID, lines)
	g.must(err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

// wallet says what a customer buys in all.
func (g *ground) wallet(i int, minor int64) {
	g.Helper()
	_, err := goal.New(g.Kit).Fill(g.As("rep"), goal.Purse{Account: g.ids[i], Value: &minor, Quality: portfolio.Told, Evidence: "采购负责人面谈", Expires: g.day.Add(300)})
	g.must(err)
}

// visited writes down that somebody of us met people of the first account.
func (g *ground) visited(role string, people ...kernel.ID) {
	g.Helper()
	g.must(g.DB.Write(g.As(role), func(tx *db.Tx) error {
		_, err := interaction.New(g.Kit).Log(tx, interaction.Interaction{Account: g.ids[0], On: g.day.Add(-5), Channel: interaction.Visit, Direction: interaction.Out,
			Subject: "现场拜访", People: people})
		return err
	}))
}

func (g *ground) judge(role, kind string, version int64, scores ...int) (Judgement, error) {
	return g.Judge(g.As(role), Judgement{Account: g.ids[0], Kind: kind, Scores: scores, Evidence: "与客户面谈得知", Version: version})
}

func (g *ground) sheet(role string, i int) Sheet {
	g.Helper()
	s, err := g.Sheet(g.As(role), g.ids[i])
	g.must(err)
	return s
}

func (g *ground) settle() Report {
	g.Helper()
	r, err := g.Settle(g.As("director"))
	g.must(err)
	return r
}

// cooperative brings the first account to the third stage.
func (g *ground) cooperative() {
	g.Helper()
	g.sell(0, 52*wan)
	g.wallet(0, 100*wan)
	g.visited("rep", g.people...)
}

// M07 (e) on an account: a share of 0.52, three levels and two departments are
// stage 3; a share of 0.80 and four departments are missing. Without a wallet it
// is stage 2.
func TestTheWorkedExampleOnAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.sell(0, 52*wan)
		g.visited("rep", g.people...)
		if s := g.sheet("rep", 0); s.Stage != 2 || s.Why.Rule != "development.rule_no_wallet" {
			g.Errorf("without a wallet stage %d, %s", s.Stage, s.Why.Rule)
		}
		g.wallet(0, 100*wan)
		s := g.sheet("rep", 0)
		if s.Stage != 3 || s.Contacts.Levels != 3 || s.Contacts.Departments != 2 || s.Focus != "development.focus_3" {
			g.Fatalf("stage %d, %+v", s.Stage, s.Contacts)
		}
		missing := s.Gates[3].Missing()
		if len(missing) != 2 || missing[0].Have != 0.52 || missing[0].Need != 0.8 || missing[1].Have != 2 || missing[1].Need != 4 {
			g.Errorf("%+v", missing)
		}
	})
}

// Who only writes and gets no answer is not in touch on that level.
func TestContactsOfOneSideOpenNoLevel(t *testing.T) {
	each(t, func(g *ground) {
		log := func(direction string) {
			g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
				_, err := interaction.New(g.Kit).Log(tx, interaction.Interaction{Account: g.ids[0], On: g.day.Add(-3), Channel: interaction.Mail, Direction: direction,
					Subject: "报价", People: g.people[:1]})
				return err
			}))
		}
		log(interaction.Out)
		log(interaction.Out)
		if c := g.sheet("rep", 0).Contacts; c.Levels != 0 || c.Departments != 0 || c.All != 2 || len(c.Touches) != 1 || c.Touches[0].Both {
			g.Errorf("%+v", c)
		}
		log(interaction.In)
		if c := g.sheet("rep", 0).Contacts; c.Levels != 1 || c.Departments != 1 || !c.Touches[0].Both {
			g.Errorf("%+v", c)
		}
		g.day = g.day.Add(95) // the contacts are older than the days that count
		if c := g.sheet("rep", 0).Contacts; c.Levels != 0 || c.All != 0 || c.Shape != "" {
			g.Errorf("%+v", c)
		}
	})
}

func TestTheShapeAndTheMatrixOfContacts(t *testing.T) {
	each(t, func(g *ground) {
		g.visited("rep", g.people[0], g.people[1])
		c := g.sheet("rep", 0).Contacts
		if c.Shape != stages.Bow || c.All != 1 || c.Through != 1 {
			g.Errorf("%+v", c)
		}
		g.visited("director", g.people[0])
		c = g.sheet("rep", 0).Contacts
		if c.Shape != stages.Diamond || c.All != 2 || c.Through != 1 {
			g.Errorf("one of two through the manager: %+v", c)
		}
		want := []string{"sales/purchasing 1 1", "sales/operations 1 1", "management/purchasing 1 1"}
		var got []string
		for _, touch := range c.Touches {
			got = append(got, fmt.Sprintf("%s/%s %d %d", touch.Ours, touch.Theirs, touch.People, touch.Times))
		}
		if !slices.Equal(got, want) {
			g.Errorf("%v", got)
		}
	})
}

func TestStagesAreWrittenDownWhenTheyChange(t *testing.T) {
	each(t, func(g *ground) {
		g.cooperative()
		if r := g.settle(); r.Accounts != 3 || r.Changed != 1 || r.Fell != 0 {
			g.Errorf("%+v", r)
		}
		if r := g.settle(); r.Changed != 0 {
			g.Errorf("twice is once: %+v", r)
		}
		s := g.sheet("rep", 0)
		if len(s.Course) != 1 || s.Course[0].Stage != 3 || s.Course[0].Was != 0 || *s.Course[0].Share != 520_000 || s.Trend != Steady {
			g.Errorf("%+v, %s", s.Course, s.Trend)
		}
		g.day = g.day.Add(95)
		if r := g.settle(); r.Changed != 1 || r.Fell != 1 {
			g.Errorf("%+v", r)
		}
		s = g.sheet("rep", 0)
		if s.Stage != 2 || len(s.Course) != 2 || s.Course[1].Was != 3 || s.Trend != Down || s.Since != g.day {
			g.Errorf("stage %d, %+v, %s", s.Stage, s.Course, s.Trend)
		}
		stage, interrupted, err := g.stage(0)
		if err != nil || stage != 2 || interrupted {
			g.Errorf("%d, %t, %v", stage, interrupted, err)
		}
		for _, user := range []string{"rep", "manager"} {
			if n := g.notices(user); n != 1 {
				g.Errorf("%s was told %d times", user, n)
			}
		}
		if n := g.notices("director"); n != 0 {
			g.Errorf("whoever leads the one who leads was told %d times", n)
		}
	})
}

func (g *ground) stage(i int) (stage int, interrupted bool, err error) {
	err = g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		stage, interrupted, err = g.Service.Stage(tx, g.ids[i])
		return err
	})
	return stage, interrupted, err
}

func (g *ground) notices(role string) int {
	page, err := notice.New(g.Kit).List(g.As(role), kernel.ID{}, 50)
	g.must(err)
	n := 0
	for _, row := range page.Rows {
		if row.Account == g.ids[0] {
			n++
		}
	}
	return n
}

func TestJudgements(t *testing.T) {
	each(t, func(g *ground) {
		j, err := g.judge("rep", Supplier, 0, 2, 1, 2, 1, 1, 2, 0, 1)
		if err != nil || j.Version != 1 || j.By != "rep" || j.On != g.day || j.Expires != g.day.Add(365) {
			g.Fatalf("%+v, %v", j, err)
		}
		s := g.sheet("rep", 0)
		if *s.Supplier.Index != 62.5 || s.Supplier.Class != "transitional" || s.Supplier.Judgement.Evidence == "" {
			g.Errorf("%+v", s.Supplier)
		}
		if _, err := g.judge("manager", Supplier, 0, 0, 0, 0, 0, 0, 0, 0, 0); key(err) != "db.stale" {
			g.Errorf("who has not seen it writes over it: %v", err)
		}
		_, err = g.judge("manager", Supplier, 1, 0, 0, 0, 0, 0, 0, 0, 0)
		g.must(err)
		all, err := g.Past(g.As("rep"), g.ids[0], Supplier)
		if err != nil || len(all) != 2 || all[0].By != "rep" || all[1].By != "manager" || !slices.Equal(all[0].Scores, []int{2, 1, 2, 1, 1, 2, 0, 1}) {
			g.Errorf("%+v, %v", all, err)
		}
		if _, err := g.Judge(g.As("rep"), Judgement{Account: g.ids[2], Kind: Target, Scores: []int{3}, Evidence: "不是我的客户"}); key(err) != "db.missing" {
			g.Errorf("about an account out of sight: %v", err)
		}
		g.day = g.day.Add(400)
		if s := g.sheet("rep", 0); !s.Supplier.Judgement.Stale || s.Supplier.Class != "traditional" {
			g.Errorf("an old one still tells, and says that it is old: %+v", s.Supplier)
		}
	})
}

func TestWhatIsNoJudgement(t *testing.T) {
	day := kernel.On(2026, 6, 30)
	good := Judgement{Kind: Involvement, Scores: []int{1, 2, 3, 4, 5, 1}, Evidence: "与总工面谈", On: day, Expires: day.Add(90)}
	for name, tt := range map[string]struct {
		change func(j *Judgement)
		want   string
	}{
		"of no kind":              {func(j *Judgement) { j.Kind = "mood" }, "development.bad_kind"},
		"half of it":              {func(j *Judgement) { j.Scores = j.Scores[:3] }, "development.not_all"},
		"a score off the scale":   {func(j *Judgement) { j.Scores = []int{1, 2, 3, 4, 5, 6} }, "development.bad_score"},
		"a score below the scale": {func(j *Judgement) { j.Scores = []int{0, 2, 3, 4, 5, 5} }, "development.bad_score"},
		"without evidence":        {func(j *Judgement) { j.Evidence = "嗯" }, "development.no_evidence"},
		"evidence without end":    {func(j *Judgement) { j.Evidence = strings.Repeat("长", 501) }, "development.no_evidence"},
		"over before it begins":   {func(j *Judgement) { j.Expires = day }, "development.bad_end"},
		"for ever":                {func(j *Judgement) { j.Expires = day.AddMonths(37) }, "development.bad_end"},
	} {
		j := good
		if tt.change(&j); key(j.Check()) != tt.want {
			t.Errorf("%s: %v", name, j.Check())
		}
	}
	if err := good.Check(); err != nil {
		t.Error(err)
	}
}

// Where the gates say one stage, and somebody says another one, the other one
// counts until it ends.
func TestAStageThatSomebodyHasSaid(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.judge("manager", Override, 0, 4)
		g.must(err)
		s := g.sheet("rep", 0)
		if s.Stage != 4 || s.Computed != 1 || s.Override.By != "manager" || len(s.Course) != 1 || !s.Course[0].Overridden {
			g.Errorf("%d, %d, %+v", s.Stage, s.Computed, s.Course)
		}
		g.day = g.day.Add(90)
		if s := g.sheet("rep", 0); s.Stage != 1 || !s.Override.Stale {
			g.Errorf("stage %d after the end", s.Stage)
		}
		if r := g.settle(); r.Fell != 1 {
			g.Errorf("%+v", r)
		}
	})
}

func TestWhereToHeadFor(t *testing.T) {
	each(t, func(g *ground) {
		if s := g.sheet("rep", 0); s.Heading != 2 || s.Aim.Rule != "development.aim_next" {
			g.Errorf("%d, %+v", s.Heading, s.Aim)
		}
		_, err := g.judge("rep", Involvement, 0, 4, 5, 4, 4, 3, 4)
		g.must(err)
		if s := g.sheet("rep", 0); s.Heading != 4 || s.Involvement.Result.Cell != 1 || s.Warned {
			g.Errorf("%d, %+v", s.Heading, s.Aim)
		}
		_, err = g.judge("rep", Supplier, 0, 0, 1, 0, 1, 0, 1, 0, 0)
		g.must(err)
		if s := g.sheet("rep", 0); s.Heading != 3 || !s.Warned || !s.Aim.Capped || s.Aim.Wanted != 4 {
			g.Errorf("a traditional customer: %d, %+v", s.Heading, s.Aim)
		}
		_, err = g.judge("rep", Target, 0, 5)
		g.must(err)
		if s := g.sheet("rep", 0); s.Heading != 5 || !s.Warned || s.Target.Version != 1 {
			g.Errorf("somebody wants more, and is warned: %d, %t", s.Heading, s.Warned)
		}
	})
}

// The cell that risks watch is that of the last rating, and when it moved there from
// another: what was never rated before has not moved.
func TestCell(t *testing.T) {
	each(t, func(g *ground) {
		for version, scores := range [][]int{{4, 5, 4, 4, 3, 4}, {5, 5, 5, 4, 3, 4}, {2, 1, 2, 3, 3, 3}} {
			_, err := g.judge("rep", Involvement, int64(version), scores...)
			g.must(err)
			var cells map[kernel.ID]Stay
			g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
				cells, err = g.Cells(tx)
				return err
			}))
			want := Stay{Cell: 1}
			if version == 2 {
				want = Stay{3, g.day}
			}
			if cells[g.ids[0]] != want || len(cells) != 1 {
				g.Errorf("after rating %d: %+v", version+1, cells)
			}
			g.day = g.day.Add(30)
		}
	})
}

func TestJointTeams(t *testing.T) {
	each(t, func(g *ground) {
		meet := func(team string, on kernel.Date) Meeting {
			g.Helper()
			m, err := g.Meet(g.As("rep"), Meeting{Account: g.ids[0], Team: team, On: on, Subject: "联合计划"})
			g.must(err)
			return m
		}
		m := meet("research", g.day)
		meet("research", g.day.Add(-30))
		meet("finance", g.day.AddMonths(-12)) // a year ago to the day: not within twelve months
		if s := g.sheet("rep", 0); s.Teams != 1 || len(s.Meetings) != 3 || s.Meetings[0].ID != m.ID {
			g.Errorf("%d of %+v", s.Teams, s.Meetings)
		}
		if err := g.Unmeet(g.As("rep"), g.ids[1], m.ID, 1); key(err) != "development.no_meeting" {
			g.Errorf("of another account: %v", err)
		}
		if err := g.Unmeet(g.As("other"), g.ids[0], m.ID, 1); key(err) != "db.missing" {
			g.Errorf("by somebody who does not see it: %v", err)
		}
		g.must(g.Unmeet(g.As("rep"), g.ids[0], m.ID, 1))
		for name, bad := range map[string]Meeting{
			"tomorrow":     {Team: "board", On: g.day.Add(1), Subject: "年会"},
			"no such team": {Team: "choir", On: g.day, Subject: "年会"},
			"about what":   {Team: "board", On: g.day},
		} {
			if bad.Account = g.ids[0]; true {
				if _, err := g.Meet(g.As("rep"), bad); err == nil {
					g.Errorf("%s is taken", name)
				}
			}
		}
	})
}

func TestTheTwentyFiveSquares(t *testing.T) {
	each(t, func(g *ground) {
		if s := g.sheet("rep", 0); len(s.Squares) != 2 || s.Squares[0].Place != nil || s.Squares[0].Template != "relationship" {
			g.Errorf("%+v", s.Squares[0].Place)
		}
		for version, at := range [][]int{{1, 2}, {1, 2}, {2, 4}} {
			_, err := g.judge("rep", Relation, int64(version), at...)
			g.must(err)
			g.day = g.day.Add(7)
		}
		_, err := g.judge("rep", Survey, 0, 3)
		g.must(err)
		s := g.sheet("rep", 0)
		one, two := s.Squares[0], s.Squares[1]
		if one.Place.Cell != 17 || one.Place.State != "ahead" || one.Place.Next.X != 3 || len(one.Path) != 2 || one.Why.Result != "square.relationship_ahead" {
			g.Errorf("%+v, %+v", one.Place, one.Path)
		}
		if two.Place.X != 1 || two.Place.Y != 3 || two.Why.Result != "square.views_ahead" {
			g.Errorf("the customer sees it two stages above us: %+v", two.Place)
		}
	})
}

func TestInterruptions(t *testing.T) {
	each(t, func(g *ground) {
		interrupt := func(open bool) {
			g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error { return g.Interrupt(tx, g.ids[0], open) }))
		}
		interrupt(true)
		interrupt(true)
		if stage, interrupted, err := g.stage(0); err != nil || stage != 1 || !interrupted {
			g.Errorf("%d, %t, %v", stage, interrupted, err)
		}
		if s := g.sheet("rep", 0); s.Interrupted != g.day {
			g.Errorf("since %s", s.Interrupted)
		}
		if m, err := g.Map(g.As("director")); err != nil || m.Interrupted != 1 {
			g.Errorf("%+v, %v", m, err)
		}
		interrupt(false)
		if _, interrupted, err := g.stage(0); err != nil || interrupted {
			g.Errorf("%t, %v", interrupted, err)
		}
		err := g.DB.Write(g.As("rep"), func(tx *db.Tx) error { return g.Interrupt(tx, g.ids[2], true) })
		if key(err) != "db.missing" {
			g.Errorf("an account out of sight: %v", err)
		}
	})
}

func TestTheHeatMapIsOfTheAccountsInSight(t *testing.T) {
	each(t, func(g *ground) {
		g.cooperative()
		g.sell(2, 5*wan)
		g.settle()
		count := func(role string, stage int) (n int) {
			m, err := g.Map(g.As(role))
			g.must(err)
			for _, c := range m.Cells {
				if c.Stage == stage {
					n += c.Count
				}
			}
			return n
		}
		if one, two, three := count("director", 1), count("director", 2), count("director", 3); one != 1 || two != 1 || three != 1 {
			g.Errorf("%d, %d, %d", one, two, three)
		}
		if two, three := count("manager", 2), count("manager", 3); two != 0 || three != 1 {
			g.Errorf("of somebody else's account %d, of his rep's %d", two, three)
		}
		l, err := g.List(g.As("director"), Which{Stage: 3, Limit: 10})
		if err != nil || l.Count != 1 || l.Rows[0].Code != "C01" || len(l.Rows[0].Missing) != 2 || l.Rows[0].Target != 4 {
			g.Errorf("%+v, %v", l, err)
		}
		for name, tt := range map[string]struct {
			which Which
			want  int
		}{
			"all":                     {Which{}, 3},
			"below where they should": {Which{Show: "below"}, 3},
			"of another owner":        {Which{Owner: g.User("other").ID}, 1},
			"on no stage":             {Which{Stage: 5}, 0},
			"rated":                   {Which{Show: "rated"}, 0},
		} {
			if l, err := g.List(g.As("director"), tt.which); err != nil || l.Count != tt.want {
				g.Errorf("%s: %d, %v", name, l.Count, err)
			}
		}
		g.Grant("manager", "development:export", "S")
		rows, err := g.Export(identity.Under(g.As("manager"), "development:export"), Which{}, func(key string) string { return key })
		g.must(err)
		for row := range rows {
			if len(row) != len(Header) || row[0] == "C03" {
				g.Errorf("%v", row)
			}
		}
	})
}

// The board that all look at is made anew when somebody has said something.
func TestTheBoardKeepsUp(t *testing.T) {
	each(t, func(g *ground) {
		look := func() Row {
			l, err := g.List(g.As("director"), Which{Owner: g.User("rep").ID, Limit: 1})
			g.must(err)
			return l.Rows[0]
		}
		look()
		_, err := g.judge("rep", Involvement, 0, 4, 5, 4, 4, 3, 4)
		g.must(err)
		_, err = g.judge("rep", Override, 0, 3)
		g.must(err)
		if r := look(); r.Cell != 1 || r.Stage != 3 || !r.Overridden || r.Target != 4 {
			g.Errorf("%+v", r)
		}
	})
}

func TestWhatIsSaidGoesAlongWithAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		ctx := g.As("director")
		_, err := g.judge("rep", Supplier, 0, 2, 2, 2, 2, 2, 2, 2, 2)
		g.must(err)
		_, err = g.judge("rep", Relation, 0, 3, 3)
		g.must(err)
		_, err = g.Judge(g.As("rep"), Judgement{Account: g.ids[1], Kind: Supplier, Scores: []int{0, 0, 0, 0, 0, 0, 0, 0}, Evidence: "与采购经理面谈"})
		g.must(err)
		_, err = g.Meet(g.As("rep"), Meeting{Account: g.ids[0], Team: "board", On: g.day, Subject: "年会"})
		g.must(err)
		g.must(g.DB.Write(ctx, func(tx *db.Tx) error { return g.Interrupt(tx, g.ids[0], true) }))
		m, err := account.New(g.Kit).Merge(ctx, g.ids[0], g.ids[1], nil)
		g.must(err)
		s := g.sheet("rep", 1)
		if *s.Supplier.Index != 0 || s.Squares[0].Place == nil || s.Teams != 1 || s.Interrupted.IsZero() {
			g.Errorf("%v, %+v, %d teams, interrupted %s", *s.Supplier.Index, s.Squares[0].Place, s.Teams, s.Interrupted)
		}
		g.must(account.New(g.Kit).Part(ctx, m.ID))
		if s := g.sheet("rep", 1); *s.Supplier.Index != 0 || s.Squares[0].Place != nil || s.Teams != 0 || !s.Interrupted.IsZero() {
			g.Errorf("after that %+v", s.Squares[0].Place)
		}
		if s := g.sheet("rep", 0); *s.Supplier.Index != 100 || s.Teams != 1 || s.Interrupted.IsZero() {
			g.Errorf("%v, %d teams", *s.Supplier.Index, s.Teams)
		}
	})
}

func TestEveryWriteIsAudited(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.judge("rep", Target, 0, 3)
		g.must(err)
		m, err := g.Meet(g.As("rep"), Meeting{Account: g.ids[0], Team: "board", On: g.day, Subject: "年会"})
		g.must(err)
		g.must(g.Unmeet(g.As("rep"), g.ids[0], m.ID, 1))
		g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error { return g.Interrupt(tx, g.ids[0], true) }))
		g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error { return g.Interrupt(tx, g.ids[0], false) }))
		var said []string
		g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
			said, err = db.List[string](tx, `SELECT verb FROM audit WHERE object_id = ?`, g.ids[0])
			return err
		}))
		for _, verb := range []string{"judged", "met", "unmet", "interrupted", "resumed"} {
			if !slices.Contains(said, "development."+verb) {
				g.Errorf("no %s in %v", verb, said)
			}
		}
	})
}

// Who looks after an account is told on the day that it has fallen back, for a while.
func TestAFallIsSomethingToDo(t *testing.T) {
	each(t, func(g *ground) {
		g.cooperative()
		g.settle()
		items := func() int {
			g.Helper()
			found, err := g.falling().Find(identity.With(g.Context(), identity.System()), today.Ask{On: g.day})
			g.must(err)
			return len(found)
		}
		if n := items(); n != 0 {
			g.Errorf("%d before anything has fallen", n)
		}
		g.day = g.day.Add(95)
		before, err := g.lately(g.As("rep"))
		g.must(err)
		g.settle()
		if after, err := g.lately(g.As("rep")); err != nil || after == before || items() != 1 {
			g.Errorf("%d items, revision %d after %d, %v", items(), after, before, err)
		}
		g.day = g.day.Add(60)
		if n := items(); n != 0 {
			g.Errorf("%d after two months", n)
		}
	})
}
