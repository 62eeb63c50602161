package coverage

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, evaluation.Feature, Feature}

var july = kernel.On(2026, 7, 15)

// ground is a company in which the rep looks after a MAJOR and three others, and
// somebody else after nothing. The manager leads both.
type ground struct {
	*apptest.Stage
	*Service
	accounts *account.Service
	ids      []kernel.ID
	now      kernel.Date
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), accounts: account.New(s.Kit), now: july}
		g.Service.today = func() kernel.Date { return g.now }
		s.Exec(`UPDATE users SET boss_id = ? WHERE id = ?`, s.User("manager").ID, s.User("other").ID)
		s.Exec(`INSERT INTO reports (manager_id, user_id) VALUES (?, ?)`, s.User("manager").ID, s.User("other").ID)
		s.Exec(`INSERT INTO reports (manager_id, user_id) VALUES (?, ?)`, s.User("director").ID, s.User("other").ID)
		for i, tier := range []string{"MAJOR", "NAMED", "NONNAMED", "MASS"} {
			g.open("rep", tier, i)
		}
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// open opens an account of a tier.
func (g *ground) open(owner, tier string, i int) kernel.ID {
	g.Helper()
	a := []account.Account{{Code: fmt.Sprintf("C%03d", i+1), Name: fmt.Sprintf("客户%03d", i+1), Owner: g.User(owner).ID}}
	must(g.Stage, g.accounts.Open(g.As("director"), a...))
	g.ids = append(g.ids, a[0].ID)
	if tier != "" {
		g.Exec(`INSERT INTO evaluation_classes (account_id, model, class, since_on, entered_on, way, current_minor, expected_minor)
			VALUES (?, 'tier', ?, ?, ?, 'initial', 0, 0)`, a[0].ID, tier, july, july)
	}
	return a[0].ID
}

// spend books so many hours at an account, on a day.
func (g *ground) spend(account kernel.ID, on kernel.Date, hours int64) {
	g.Helper()
	ctx := g.As("director")
	book := ledger.New(g.Kit)
	costs := []ledger.Cost{{Account: account, Number: kernel.NewID().String(), On: on, Kind: ledger.Visit, Hours: kernel.Whole(hours)}}
	b, err := book.Begin(ctx, ledger.Batch{Source: "crm", Kind: ledger.Costs, File: "costs.csv"})
	must(g.Stage, err)
	o, err := book.BookCosts(ctx, b.ID, costs)
	must(g.Stage, err)
	_, err = book.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

func (g *ground) board(role string) Board {
	g.Helper()
	b, err := g.Board(g.As(role))
	must(g.Stage, err)
	return b
}

// owner is who an account belongs to.
func (g *ground) owner(i int) string {
	g.Helper()
	row, err := g.accounts.Find(g.As("director"), g.ids[i])
	must(g.Stage, err)
	for _, role := range []string{"rep", "other", "manager", "director"} {
		if row.Owner == g.User(role).ID {
			return role
		}
	}
	return ""
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestBoard(t *testing.T) {
	each(t, func(g *ground) {
		b := g.board("director")
		if b.People != 1+1+1+1 || b.Hours.String() != "1158.6" || b.Persons != 2 || b.Scope != "whole" {
			g.Errorf("%d people, %s hours, %d persons, %s", b.People, b.Hours, b.Persons, b.Scope)
		}
		if b.Have != 2 || b.Capacity.String() != "1800" {
			g.Errorf("%d people with %s hours", b.Have, b.Capacity)
		}
		if len(b.Staff) != 2 || b.Staff[0].Name != "rep" || b.Staff[0].Hours.String() != "1158.6" || b.Staff[0].Major != 1 || b.Staff[1].Hours.Sign() != 0 {
			g.Errorf("%+v", b.Staff)
		}
		if b.Broken != 1 || b.Violations[0].Fault != "shared" || b.Violations[0].Have != 3 {
			g.Errorf("%+v", b.Violations)
		}
		broken, err := g.Violations(g.As("director"))
		if err != nil || len(broken) != 1 || broken[0] != g.ids[0] {
			g.Errorf("%v, %v", broken, err)
		}
	})
}

// Everybody learns of his own: a rep of himself, a manager of his line.
func TestWhoIsTold(t *testing.T) {
	each(t, func(g *ground) {
		g.open("director", "NAMED", 9)
		for role, want := range map[string]struct{ staff, needs int }{"rep": {1, 4}, "other": {1, 0}, "manager": {2, 4}, "director": {3, 5}} {
			b := g.board(role)
			accounts := 0
			for _, n := range b.Needs {
				accounts += n.Accounts
			}
			if len(b.Staff) != want.staff || accounts != want.needs {
				g.Errorf("%s: %d people, %d accounts", role, len(b.Staff), accounts)
			}
		}
	})
}

func TestCapacityAndMarks(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.User("rep").ID
		set := Capacity{User: rep, Hours: kernel.Whole(1500), Reason: "全职销售"}
		if c, err := g.Set(g.As("manager"), set); err != nil || c.Version != 1 {
			g.Fatal(c, err)
		}
		if _, err := g.Set(g.As("manager"), set); err == nil {
			g.Error("who has not seen it writes over it")
		}
		if b := g.board("director"); b.Staff[0].Capacity.String() != "1500" || !b.Staff[0].Own || b.Capacity.String() != "2400" {
			g.Errorf("%+v", b.Staff[0])
		}
		for name, tt := range map[string]struct {
			role string
			c    Capacity
			want string
		}{
			"more hours than a year has": {"manager", Capacity{User: rep, Hours: kernel.Whole(8761), Reason: "全年", Version: 1}, "coverage.bad_hours"},
			"less than none":             {"manager", Capacity{User: rep, Hours: kernel.Whole(-1), Reason: "全年", Version: 1}, "coverage.bad_hours"},
			"without a reason":           {"manager", Capacity{User: rep, Hours: kernel.Whole(1), Reason: " ", Version: 1}, "coverage.bad_reason"},
			"of somebody else's people":  {"manager", Capacity{User: g.User("director").ID, Hours: kernel.Whole(1), Reason: "全年"}, "db.missing"},
		} {
			if _, err := g.Set(g.As(tt.role), tt.c); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		for _, id := range g.ids[1:] {
			if _, err := g.Mark(g.As("manager"), Mark{Account: id, Exempt: true, Reason: "历史原因,暂不调整"}); err != nil {
				g.Fatal(err)
			}
		}
		if b := g.board("director"); b.Broken != 0 {
			g.Errorf("flagged accounts break a rule: %+v", b.Violations)
		}
		if _, err := g.Mark(g.As("manager"), Mark{Account: g.ids[0], Strategic: true, Reason: "战略客户"}); err != nil {
			g.Fatal(err)
		}
		if b := g.board("director"); b.Broken != 1 || b.Violations[0].Fault != "short" || b.Needs[0].People != 3 || b.Hours.String() != "2958.6" {
			g.Errorf("%+v, %s", b.Violations, b.Hours)
		}
	})
}

func TestFits(t *testing.T) {
	each(t, func(g *ground) {
		b := g.board("director")
		g.spend(g.ids[1], b.Until, 100)         // a NAMED asks for 225
		g.spend(g.ids[3], b.Since, 40)          // a MASS for 3.6
		g.spend(g.ids[3], b.Since.Add(-1), 400) // more than twelve months ago
		g.spend(g.ids[2], b.Until, 20)          // a NONNAMED for 30
		for fit, want := range map[string]string{"over": "C004 40", "under": "C002 100", "enough": "C003 20", "unknown": "C001 "} {
			f, err := g.Fits(g.As("director"), fit, 0, 50)
			if err != nil || f.Count != 1 || strings.TrimSpace(f.Rows[0].Code+" "+said(f.Rows[0].Spent)) != strings.TrimSpace(want) {
				g.Errorf("%s: %+v, %v", fit, f, err)
			}
		}
		if far, err := g.Fits(g.As("director"), "over", math.MaxInt, 50); err != nil || len(far.Rows) != 0 || far.Next != 0 {
			g.Errorf("a page far behind the last: %+v, %v", far, err)
		}
		sheet, err := g.Sheet(g.As("rep"), g.ids[3])
		if err != nil || sheet.Fit != "over" || sheet.Need.String() != "3.6" || sheet.Why.Result != "coverage.fit_over" || sheet.Arrange != true {
			g.Errorf("%+v, %v", sheet, err)
		}
		if _, err := g.Sheet(g.As("other"), g.ids[3]); key(err) != "db.missing" {
			g.Errorf("somebody else reads it: %v", err)
		}
	})
}

func said(n *kernel.Decimal) string {
	if n == nil {
		return ""
	}
	return n.String()
}

func TestATrialChangesNothingUntilItIsApplied(t *testing.T) {
	each(t, func(g *ground) {
		ctx := g.As("director")
		trial, err := g.Try(ctx, "下半年调整", true)
		must(g.Stage, err)
		if trial.Broken != 1 || trial.Left != 0 || trial.Over != 1 || trial.Still != 0 || len(trial.Moves) != 1 || trial.Moves[0].Code != "C001" || trial.Moves[0].Reason != "shared" {
			g.Fatalf("%+v", trial)
		}
		if g.owner(0) != "rep" {
			g.Error("something has changed")
		}
		for name, tt := range map[string]struct {
			account kernel.ID
			to      string
			version int64
			want    string
		}{
			"to who leads":                {g.ids[1], "director", 1, "coverage.cannot_cover"},
			"to whom it belongs":          {g.ids[1], "rep", 1, "coverage.has_it"},
			"by who has read another one": {g.ids[1], "other", 7, "db.stale"},
			"of no account":               {kernel.NewID(), "other", 1, "db.missing"},
		} {
			if _, err := g.Put(ctx, trial.ID, tt.version, tt.account, g.User(tt.to).ID); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		trial, err = g.Put(ctx, trial.ID, 1, g.ids[3], g.User("other").ID)
		must(g.Stage, err)
		if len(trial.Moves) != 2 || trial.Left != 1 {
			g.Errorf("a MAJOR's manager who gets another account: %+v", trial)
		}
		trial, err = g.Take(ctx, trial.ID, trial.Version, g.ids[3])
		must(g.Stage, err)
		trial, err = g.Apply(ctx, trial.ID, trial.Version, kernel.Date{})
		must(g.Stage, err)
		if g.owner(0) != "other" || trial.Moves[0].State != Done || g.board("director").Broken != 0 {
			g.Errorf("%s has it, %+v", g.owner(0), trial.Moves)
		}
		if _, err := g.accounts.Find(g.As("other"), g.ids[0]); err != nil {
			g.Errorf("who has got it does not see it: %v", err)
		}
		if _, err := g.Apply(ctx, trial.ID, trial.Version, kernel.Date{}); key(err) != "coverage.not_open" {
			g.Errorf("applied twice: %v", err)
		}
		trial, err = g.Undo(ctx, trial.ID, trial.Version)
		must(g.Stage, err)
		if g.owner(0) != "rep" || trial.State != Undone || trial.Moves[0].State != Back {
			g.Errorf("undone: %s has it, %+v", g.owner(0), trial.Moves)
		}
	})
}

// A day in the future takes effect by itself: from then on who gets the account is
// in its team, and the night makes it his.
func TestAHandOverOnALaterDay(t *testing.T) {
	each(t, func(g *ground) {
		g.now = kernel.Today()
		ctx, later := g.As("director"), g.now.Add(7)
		trial, err := g.Try(ctx, "交接", true)
		must(g.Stage, err)
		for _, bad := range []kernel.Date{g.now.Add(-1), g.now.Add(400)} {
			if _, err := g.Apply(ctx, trial.ID, 1, bad); key(err) != "coverage.bad_handover" {
				g.Errorf("on %s: %v", bad, err)
			}
		}
		trial, err = g.Apply(ctx, trial.ID, 1, later)
		must(g.Stage, err)
		if g.owner(0) != "rep" || trial.Moves[0].State != Pending {
			g.Errorf("%s has it, %+v", g.owner(0), trial.Moves)
		}
		sheet, err := g.Sheet(ctx, g.ids[0])
		if err != nil || sheet.Waiting == nil || sheet.Waiting.On != later || sheet.Waiting.To != g.User("other").ID {
			g.Errorf("%+v, %v", sheet.Waiting, err)
		}
		again, err := g.Try(ctx, "再次", false)
		must(g.Stage, err)
		again, err = g.Put(ctx, again.ID, 1, g.ids[0], g.User("other").ID)
		must(g.Stage, err)
		if _, err := g.Apply(ctx, again.ID, again.Version, g.now); key(err) != "coverage.spoken_for" {
			g.Errorf("an account that waits is handed over: %v", err)
		}
		must(g.Stage, g.HandOver(g.Context()))
		if g.owner(0) != "rep" {
			g.Error("handed over before its day")
		}
		g.now = later
		must(g.Stage, g.HandOver(g.Context()))
		must(g.Stage, g.HandOver(g.Context()))
		if g.owner(0) != "other" {
			g.Errorf("on its day %s has it", g.owner(0))
		}
		trial, err = g.Trial(ctx, trial.ID)
		if err != nil || trial.Moves[0].State != Done {
			g.Errorf("%+v, %v", trial.Moves, err)
		}
	})
}

func TestAWaitingHandOverCalledOff(t *testing.T) {
	each(t, func(g *ground) {
		g.now = kernel.Today()
		ctx := g.As("director")
		trial, err := g.Try(ctx, "交接", true)
		must(g.Stage, err)
		trial, err = g.Apply(ctx, trial.ID, 1, g.now.Add(7))
		must(g.Stage, err)
		_, err = g.Undo(ctx, trial.ID, trial.Version)
		must(g.Stage, err)
		g.now = g.now.Add(8)
		must(g.Stage, g.HandOver(g.Context()))
		team, err := memberships(g)
		if g.owner(0) != "rep" || err != nil || team != 1 {
			g.Errorf("%s has it, with %d in its team, %v", g.owner(0), team, err)
		}
	})
}

// What waits is off altogether when it is called off, or comes to nothing on its day:
// whoever waited for an account that has gone out of sight does not stay in its team.
func TestNobodyStaysInTheTeamOfWhatHeDidNotGet(t *testing.T) {
	for name, end := range map[string]func(*ground, Trying) error{
		"called off": func(g *ground, t Trying) error {
			_, err := g.Undo(g.As("manager"), t.ID, t.Version)
			return err
		},
		"on its day": func(g *ground, t Trying) error {
			g.now = t.HandOver
			return g.HandOver(g.Context())
		},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(g *ground) {
				g.now = kernel.Today()
				trial, err := g.Try(g.As("manager"), "交接", true)
				must(g.Stage, err)
				trial, err = g.Apply(g.As("manager"), trial.ID, 1, g.now.Add(7))
				must(g.Stage, err)
				must(g.Stage, g.DB.Write(g.As("director"), func(tx *db.Tx) error {
					return g.accounts.Hand(tx, g.User("director").ID, g.ids[0])
				}))
				must(g.Stage, end(g, trial))
				sheet, err := g.Sheet(g.As("director"), g.ids[0])
				must(g.Stage, err)
				if team, err := memberships(g); err != nil || team != 1 || sheet.Waiting != nil {
					g.Errorf("%d in its team, waiting %+v, %v", team, sheet.Waiting, err)
				}
			})
		})
	}
}

// What has gone elsewhere meanwhile stays there, and the trial says so.
func TestAnAccountThatHasGoneElsewhere(t *testing.T) {
	each(t, func(g *ground) {
		ctx := g.As("director")
		trial, err := g.Try(ctx, "调整", true)
		must(g.Stage, err)
		row, err := g.accounts.Find(ctx, g.ids[0])
		must(g.Stage, err)
		row.Owner = g.User("manager").ID
		_, err = g.accounts.Assign(ctx, row.Account)
		must(g.Stage, err)
		trial, err = g.Apply(ctx, trial.ID, 1, kernel.Date{})
		if err != nil || g.owner(0) != "manager" || trial.Moves[0].State != Lost {
			g.Errorf("%s has it, %+v, %v", g.owner(0), trial.Moves, err)
		}
	})
}

// A manager tries with his own people and accounts, and reads nobody else's trials.
func TestTrialsOfAManager(t *testing.T) {
	each(t, func(g *ground) {
		mine, err := g.Try(g.As("manager"), "华东", true)
		must(g.Stage, err)
		theirs, err := g.Try(g.As("director"), "全国", false)
		must(g.Stage, err)
		if all, err := g.Trials(g.As("manager")); err != nil || len(all.Rows) != 1 {
			g.Errorf("%+v, %v", all, err)
		}
		if all, err := g.Trials(g.As("director")); err != nil || len(all.Rows) != 2 {
			g.Errorf("%+v, %v", all, err)
		}
		if _, err := g.Trial(g.As("manager"), theirs.ID); key(err) != "db.missing" {
			g.Errorf("%v", err)
		}
		if _, err := g.Apply(g.As("manager"), mine.ID, 1, kernel.Date{}); err != nil || g.owner(0) != "other" {
			g.Errorf("%v, %s has it", err, g.owner(0))
		}
	})
}

// Who has got another manager since a trial was made is given nothing by it, neither
// at once nor when the day of a hand-over comes.
func TestWhoIsLedBySomebodyElseReceivesNothing(t *testing.T) {
	each(t, func(g *ground) {
		ctx, other := g.As("manager"), g.User("other").ID
		later, err := g.Try(ctx, "下周", true)
		must(g.Stage, err)
		later, err = g.Apply(ctx, later.ID, 1, g.now.Add(7))
		must(g.Stage, err)
		atOnce, err := g.Try(ctx, "今天", false)
		must(g.Stage, err)
		atOnce, err = g.Put(ctx, atOnce.ID, 1, g.ids[3], other)
		must(g.Stage, err)
		g.Exec(`UPDATE users SET boss_id = ? WHERE id = ?`, g.User("director").ID, other)
		g.Exec(`DELETE FROM reports WHERE manager_id = ? AND user_id = ?`, g.User("manager").ID, other)
		if _, err := g.Apply(ctx, atOnce.ID, atOnce.Version, kernel.Date{}); key(err) != "coverage.receiver_elsewhere" || g.owner(3) != "rep" {
			g.Errorf("%v, and %s has it", err, g.owner(3))
		}
		g.now = later.HandOver
		must(g.Stage, g.HandOver(g.Context()))
		later, err = g.Trial(ctx, later.ID)
		if err != nil || g.owner(0) != "rep" || later.Moves[0].State != Lost {
			g.Errorf("%v, %s has it, %+v", err, g.owner(0), later.Moves)
		}
	})
}

func TestBudgets(t *testing.T) {
	each(t, func(g *ground) {
		ctx := g.As("director")
		for i := range 6 {
			g.open("other", "NONNAMED", 10+i)
		}
		p, err := g.Plan(ctx, Plan{Name: "下半年", Unit: InHours, From: kernel.On(2026, 7, 1), Until: kernel.On(2026, 12, 31), Budget: 1_000_000_00})
		must(g.Stage, err)
		spread, err := g.Spread(ctx, p.ID, 0, 50)
		must(g.Stage, err)
		if spread.Planned != 1_000_000_00 || len(spread.Rows) != 10 || spread.Leading != 2 || spread.Aimed != 0.8 || spread.Reached != nil || spread.Alarm || spread.Actual != nil || spread.Blank != 10 {
			g.Errorf("%+v", spread)
		}
		if first := spread.Rows[0]; first.Code != "C001" || first.Planned != 400_000_00 || !first.Top {
			g.Errorf("%+v", first)
		}
		g.spend(g.ids[3], kernel.On(2026, 7, 2), 30) // MASS
		g.spend(g.ids[0], kernel.On(2026, 7, 2), 10) // MAJOR
		g.spend(g.ids[0], kernel.On(2026, 6, 2), 90) // before
		spread, err = g.Spread(ctx, p.ID, 0, 50)
		if err != nil || spread.Actual == nil || *spread.Actual != 40_00 || spread.Reached == nil || *spread.Reached != 0.25 || !spread.Alarm {
			g.Errorf("%+v, %v", spread, err)
		}
		for i, want := range []struct {
			actual          string
			accounts, blank int
		}{{"1000", 1, 0}, {"none", 1, 1}, {"none", 7, 7}, {"3000", 1, 0}} { // from the top: what nobody has recorded is not nothing
			layer, actual := spread.Layers[i], "none"
			if layer.Actual != nil {
				actual = fmt.Sprint(*layer.Actual)
			}
			if actual != want.actual || layer.Accounts != want.accounts || layer.Blank != want.blank {
				g.Errorf("%s: %s of %d accounts, %d without record", layer.Tier, actual, layer.Accounts, layer.Blank)
			}
		}
		if spread.Blank != 8 {
			g.Errorf("%d accounts without record", spread.Blank)
		}
		if sum, budget, err := g.Planned(ctx); err != nil || sum != 1_000_000_00 || budget != sum {
			g.Errorf("%d of %d, %v", sum, budget, err)
		}
		must(g.Stage, g.Give(ctx, p.ID, 1, g.ids[0], 0))
		if err := g.Give(ctx, p.ID, 1, g.ids[0], 5); key(err) != "db.stale" {
			g.Errorf("who has not seen it writes over it: %v", err)
		}
		if sum, budget, err := g.Planned(ctx); err != nil || sum != 600_000_00 || budget != 1_000_000_00 {
			g.Errorf("%d of %d, %v", sum, budget, err)
		}
		own, err := g.Spread(g.As("manager"), p.ID, 0, 50)
		if err != nil || own.Budget != 0 || own.Reached != nil || own.Scope != "own" || own.Outside != 0 {
			g.Errorf("a manager is told of all: %+v, %v", own, err)
		}
		g.Exec(`UPDATE row_members SET user_id = ? WHERE row_id <> ?`, g.User("director").ID, g.ids[3])
		own, err = g.Spread(g.As("manager"), p.ID, 0, 50)
		if err != nil || len(own.Rows) != 1 || own.Rows[0].Place != 1 || own.Rows[0].Top {
			g.Errorf("a manager is told where his account stands among all: %+v, %v", own.Rows, err)
		}
		if far, err := g.Spread(ctx, p.ID, math.MaxInt, 50); err != nil || len(far.Rows) != 0 || far.Next != 0 {
			g.Errorf("a page far behind the last: %+v, %v", far, err)
		}
		g.Grant("director", "coverage:export", "O")
		rows, err := g.ShareRows(identity.Under(g.As("director"), "coverage:export"), p.ID, func(key string) string { return key })
		must(g.Stage, err)
		if n := len(slices.Collect(rows)); n != 9 {
			g.Errorf("who takes along his own accounts takes %d", n)
		}
		must(g.Stage, g.Discard(ctx, p.ID, 2))
		if all, err := g.Plans(ctx); err != nil || len(all.Rows) != 0 {
			g.Errorf("%+v, %v", all, err)
		}
	})
}

func TestBudgetsThatAreNone(t *testing.T) {
	first, last := kernel.On(2026, 7, 1), kernel.On(2026, 12, 31)
	good := Plan{Name: "预算", Unit: InMoney, From: first, Until: last, Budget: 100}
	for name, tt := range map[string]struct {
		change func(p *Plan)
		want   string
	}{
		"no name":             {func(p *Plan) { p.Name = " " }, "coverage.bad_name"},
		"in apples":           {func(p *Plan) { p.Unit = "apples" }, "coverage.bad_unit"},
		"from within a month": {func(p *Plan) { p.From = first.Add(1) }, "coverage.whole_months"},
		"to within a month":   {func(p *Plan) { p.Until = last.Add(-1) }, "coverage.whole_months"},
		"backwards":           {func(p *Plan) { p.Until = kernel.On(2026, 5, 31) }, "coverage.whole_months"},
		"for ten years":       {func(p *Plan) { p.Until = kernel.On(2036, 12, 31) }, "coverage.too_long"},
		"of nothing":          {func(p *Plan) { p.Budget = 0 }, "coverage.bad_budget"},
		"a floor below zero":  {func(p *Plan) { p.Least = -1 }, "coverage.bad_budget"},
	} {
		p := good
		tt.change(&p)
		if err := p.Check(); err == nil || key(err) != tt.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := good.Check(); err != nil {
		t.Error(err)
	}
}

func TestEveryWriteIsAudited(t *testing.T) {
	each(t, func(g *ground) {
		ctx := g.As("director")
		trial, err := g.Try(ctx, "调整", true)
		must(g.Stage, err)
		trial, err = g.Suggest(ctx, trial.ID, trial.Version)
		must(g.Stage, err)
		trial, err = g.Apply(ctx, trial.ID, trial.Version, kernel.Date{})
		must(g.Stage, err)
		_, err = g.Undo(ctx, trial.ID, trial.Version)
		must(g.Stage, err)
		var said []string
		must(g.Stage, g.DB.Read(ctx, func(tx *db.Tx) (err error) {
			said, err = db.List[string](tx, `SELECT verb FROM audit WHERE object_id = ? OR object_id = ? ORDER BY at, verb`, trial.ID, g.ids[0])
			return err
		}))
		all := strings.Join(said, " ")
		for _, verb := range []string{"coverage.tried", "coverage.suggested", "coverage.applied", "coverage.undone"} {
			if !strings.Contains(all, verb) {
				g.Errorf("no %s in %s", verb, all)
			}
		}
		if strings.Count(all, "account.assigned") != 2 {
			g.Errorf("the account does not know: %s", all)
		}
	})
}

func memberships(g *ground) (n int, err error) {
	err = g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		all, err := identity.Memberships(tx, g.ids[0])
		n = len(all)
		return err
	})
	return n, err
}
