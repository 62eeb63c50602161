package risk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/development"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, commitment.Feature, visit.Feature,
	development.Feature, Feature}

var june = kernel.On(2026, 6, 30)

// ground are two accounts of the rep's, and one of somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for i, role := range []string{"rep", "rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			g.must(account.New(s.Kit).Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		s.Grant("rep", "risk:write", "O")
		s.Grant("rep", "risk:export", "O")
		s.Uncapped()
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
func (g *ground) refuses(err error, key string) {
	g.Helper()
	if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != key {
		g.Errorf("%v, want %s", err, key)
	}
}

// judgement is one that may be red.
func (g *ground) judgement(i int, cause string, p, impact int) Risk {
	return Risk{Account: g.ids[i], Cause: cause, Probability: p, Impact: impact, Evidence: "采购总监下月退休", Counter: "请总经理出面拜访", Owner: g.User("rep").ID, Due: june.Add(14)}
}

func (g *ground) judge(i int, cause string, p, impact int) Rated {
	g.Helper()
	r, err := g.Judge(g.As("rep"), g.judgement(i, cause, p, impact))
	g.must(err)
	return r
}

func (g *ground) sheet(role string, i int) Sheet {
	g.Helper()
	s, err := g.Sheet(g.As(role), g.ids[i])
	g.must(err)
	return s
}

func (g *ground) scan() Scanned {
	g.Helper()
	seen, err := g.Scan(context.Background())
	g.must(err)
	return seen
}

// The worked example of method M08 in the register: quality 15, people 12, red.
func TestM08InTheRegister(t *testing.T) {
	each(t, func(g *ground) {
		if one := g.judge(0, risk.People, 3, 4); one.Score != 12 || one.Level != risk.Yellow || one.Version != 1 {
			g.Errorf("%+v", one)
		}
		if one := g.judge(0, risk.Quality, 3, 1); one.Score != 15 || one.Impact != 5 || one.Level != risk.Red {
			g.Errorf("quality is judged as %+v", one)
		}
		s := g.sheet("manager", 0)
		if s.Level != risk.Red || s.Score != 15 || len(s.Causes) != 9 || s.Why.Result != "risk.level_red" || len(s.Past) != 2 || s.Past[0].Cause != risk.Quality {
			g.Errorf("%+v", s)
		}
		if s.Causes[1].Version != 0 || s.Causes[1].Impact != 3 || s.Causes[1].Level != "" {
			g.Errorf("a cause that nobody has judged is %+v", s.Causes[1])
		}
		g.must(g.DB.Read(g.As("manager"), func(tx *db.Tx) error {
			all, err := g.Level(tx, g.ids...)
			if len(all) != 1 || all[g.ids[0]].Level != risk.Red {
				g.Errorf("%+v", all)
			}
			return err
		}))
	})
}

func TestJudgementsThatMakeNoSense(t *testing.T) {
	each(t, func(g *ground) {
		left := g.User("other").ID
		tests := map[string]struct {
			change func(*Risk)
			key    string
		}{
			"without evidence":                     {func(r *Risk) { r.Evidence = " 嗯 " }, "risk.short_evidence"},
			"a cause of nobody":                    {func(r *Risk) { r.Cause = "I6" }, "risk.bad_cause"},
			"more likely than certain":             {func(r *Risk) { r.Probability = 6 }, "risk.bad_scale"},
			"nothing is done against a yellow one": {func(r *Risk) { r.Counter = "" }, "risk.no_counter"},
			"nobody does it":                       {func(r *Risk) { r.Owner = kernel.ID{} }, "risk.no_owner"},
			"some time":                            {func(r *Risk) { r.Due = kernel.Date{} }, "risk.no_due"},
			"somebody who does not see it does it": {func(r *Risk) { r.Owner = left }, "risk.blind"},
			"of a version that is not there":       {func(r *Risk) { r.Version = 3 }, "db.stale"},
			"of somebody else's account":           {func(r *Risk) { r.Account = g.ids[2] }, "db.missing"},
		}
		for name, tt := range tests {
			r := g.judgement(0, risk.People, 3, 4)
			tt.change(&r)
			_, err := g.Judge(g.As("rep"), r)
			if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != tt.key {
				g.Errorf("%s: %v, want %s", name, err, tt.key)
			}
		}
		green := Risk{Account: g.ids[0], Cause: risk.Culture, Probability: 1, Impact: 3, Evidence: "双方合作多年"}
		if one, err := g.Judge(g.As("rep"), green); err != nil || one.Level != risk.Green {
			g.Errorf("a green risk needs no measure: %+v, %v", one, err)
		}
	})
}

// A judgement that somebody has changed meanwhile is not written over, and one that
// is taken back leaves the account as risky as the others make it.
func TestJudgementsAreReplacedAndTakenBack(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Quality, 4, 5)
		g.judge(0, risk.People, 2, 2)
		again := g.judgement(0, risk.Quality, 2, 5)
		_, err := g.Judge(g.As("manager"), again)
		g.refuses(err, "db.stale")
		again.Version = 1
		g.must(second(g.Judge(g.As("manager"), again)))
		if s := g.sheet("rep", 0); s.Score != 10 || s.Level != risk.Yellow {
			g.Errorf("%+v", s)
		}
		g.refuses(g.Drop(g.As("rep"), g.ids[0], risk.Quality, 1), "db.stale")
		g.must(g.Drop(g.As("rep"), g.ids[0], risk.Quality, 2))
		if s := g.sheet("rep", 0); s.Score != 4 || s.Level != risk.Green || len(s.Past) != 3 {
			g.Errorf("%+v", s)
		}
		g.today = func() kernel.Date { return june.Add(181) }
		if s := g.sheet("rep", 0); !s.Causes[0].Stale || !s.Causes[0].Late {
			g.Errorf("after half a year: %+v", s.Causes[0])
		}
	})
}

func second[T any](_ T, err error) error { return err }

// What signals see is proposed, not counted; who declines is left in peace until
// something else happens, and what is not so any more lapses.
func TestSignalsAreProposals(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Trust, 1, 3) // now signals look at it
		made := g.promises(0, 2)
		g.promises(1, 5) // at which signals do not look
		if seen := g.scan(); seen != (Scanned{Accounts: 1, Raised: 1}) {
			g.Fatalf("%+v", seen)
		}
		s := g.sheet("rep", 0)
		if len(s.Signals) != 1 || s.Signals[0].Kind != risk.Promises || s.Signals[0].Value != 2000 || s.Signals[0].Probability != 3 || s.Score != 3 || s.Looked != june {
			g.Fatalf("%+v", s)
		}
		if states := states(s); states != "key_left:calm handed:calm promises:fired escalated:unknown poor:unknown silent:calm defects:unknown share:unknown cell:unknown overdue:unknown" {
			g.Error(states)
		}
		made = append(made, g.promises(0, 2)...)
		if seen := g.scan(); seen.Raised != 0 {
			g.Errorf("the same signal twice: %+v", seen)
		}
		one := g.sheet("rep", 0).Signals[0]
		if one.Probability != 4 {
			g.Errorf("it has become likelier: %+v", one)
		}
		_, err := g.Decline(g.As("rep"), one.ID, one.Version, "不")
		g.refuses(err, "risk.no_reason")
		_, err = g.Decline(g.As("rep"), one.ID, 1, "双方已改期")
		g.refuses(err, "db.stale")
		g.must(second(g.Decline(g.As("rep"), one.ID, one.Version, "双方已书面改期")))
		if seen := g.scan(); seen.Raised != 0 {
			g.Errorf("declined, and proposed again: %+v", seen)
		}
		g.today = func() kernel.Date { return june.Add(90) }
		if seen := g.scan(); seen.Raised != 1 {
			g.Errorf("90 days later it is as bad as ever: %+v", seen)
		}
		for _, c := range made {
			g.must(second(commitment.New(g.Kit).End(g.As("rep"), c.ID, c.Version, commitment.Kept, "")))
		}
		if seen := g.scan(); seen.Lapsed != 1 {
			g.Errorf("everything was kept: %+v", seen)
		}
	})
}

// promises has somebody promise things to an account until yesterday.
func (g *ground) promises(i, n int) (all []commitment.Commitment) {
	g.Helper()
	for range n {
		c, err := commitment.New(g.Kit).Promise(g.As("rep"), commitment.Commitment{Account: g.ids[i], By: commitment.Us, Text: "发送新版检测报告", Due: kernel.Today()})
		g.must(err)
		all = append(all, c)
	}
	g.Exec("UPDATE commitments SET due_on = ?", kernel.Today().Add(-1))
	return all
}

func states(s Sheet) string {
	var all []string
	for _, l := range s.Looks {
		all = append(all, l.Kind+":"+l.State)
	}
	return strings.Join(all, " ")
}

// Whoever accepts says what is done; what was proposed is the least.
func TestAnAcceptedSignalCounts(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Trust, 1, 3)
		g.promises(0, 4)
		g.scan()
		one := g.sheet("rep", 0).Signals[0]
		less := g.judgement(0, "", 3, 4)
		less.Version = 1
		_, err := g.Accept(g.As("rep"), one.ID, one.Version, less)
		g.refuses(err, "risk.less_likely")
		less.Probability = 4
		made, err := g.Accept(g.As("rep"), one.ID, one.Version, less)
		if err != nil || made.Cause != risk.Trust || made.Score != 16 || made.Version != 2 {
			g.Fatalf("%+v, %v", made, err)
		}
		_, err = g.Accept(g.As("rep"), one.ID, one.Version+1, less)
		g.refuses(err, "risk.decided")
		if seen := g.scan(); seen.Raised != 0 {
			g.Errorf("what counts already is proposed again: %+v", seen)
		}
		if s := g.sheet("rep", 0); s.Level != risk.Red || s.Signals[0].State != Accepted || s.Signals[0].By == "" {
			g.Errorf("%+v", s)
		}
	})
}

// Another manager is news for 90 days; whoever has dealt with it is not asked
// about the same change again.
func TestAnotherManagerIsASignal(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Trust, 1, 3)
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			return account.New(g.Kit).Hand(tx, g.User("other").ID, g.ids[0])
		}))
		if seen := g.scan(); seen.Raised != 1 {
			g.Fatalf("%+v", seen)
		}
		one := g.sheet("director", 0).Signals[0]
		if one.Kind != risk.Handed || one.Cause != risk.People {
			g.Fatalf("%+v", one)
		}
		g.must(second(g.Decline(g.As("director"), one.ID, one.Version, "交接已经完成")))
		g.today = func() kernel.Date { return june.Add(89) }
		if seen := g.scan(); seen.Raised != 0 {
			g.Errorf("the same change twice: %+v", seen)
		}
	})
}

// Somebody for an account that had nobody is no news.
func TestTheFirstManagerIsNoSignal(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Trust, 1, 3)
		for _, to := range []kernel.ID{{}, g.User("other").ID} {
			g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return account.New(g.Kit).Hand(tx, to, g.ids[0]) }))
		}
		if seen := g.scan(); seen.Raised != 0 {
			g.Errorf("%+v", seen)
		}
	})
}

// An interruption is shown by the development of the account until it is closed.
func TestARelationshipIsBrokenOffAndWonBack(t *testing.T) {
	each(t, func(g *ground) {
		stage := development.New(g.Kit)
		broken := func() (on bool) {
			g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
				_, on, err = stage.Stage(tx, g.ids[0])
				return err
			}))
			return on
		}
		i := Interruption{Account: g.ids[0], Cause: risk.Quality, Opened: june.Add(-3), Description: "六月批次大面积退货", Recovery: "质量总监驻厂两周，每日通报", Owner: g.User("rep").ID, Due: june.Add(30)}
		made, err := g.Break(g.As("rep"), i)
		g.must(err)
		if !broken() {
			g.Error("its development does not say so")
		}
		_, err = g.Break(g.As("rep"), i)
		g.refuses(err, "risk.already_broken")
		o, err := g.Offer(g.As("rep"), Offer{Interruption: made.ID, Measure: "免费更换一批货", Spend: 80_000_00, On: june})
		g.must(err)
		o.Result = "taken"
		g.must(second(g.Answer(g.As("manager"), o)))
		_, err = g.Answer(g.As("rep"), o)
		g.refuses(err, "db.stale")
		board, err := g.Recovery(g.As("manager"))
		if err != nil || len(board.Rows) != 1 || board.Rows[0].Spent != 80_000_00 || board.Rows[0].Days != 3 || board.Rows[0].Name != "客户01" {
			g.Errorf("%+v, %v", board, err)
		}
		_, err = g.Close(g.As("rep"), made.ID, made.Version, Recovered, " ")
		g.refuses(err, "risk.no_closing")
		done, err := g.Close(g.As("rep"), made.ID, made.Version, Recovered, "换货后恢复月度订单")
		if err != nil || done.Closed != june || broken() {
			g.Errorf("%+v, %v, still interrupted: %v", done, err, broken())
		}
		_, err = g.Offer(g.As("rep"), Offer{Interruption: made.ID, Measure: "再打九折试试", On: june})
		g.refuses(err, "risk.already_closed")
		if board, err = g.Recovery(g.As("other")); err != nil || len(board.Rows) != 0 {
			g.Errorf("a stranger sees %+v, %v", board.Rows, err)
		}
	})
}

func TestTheBoardOfAlerts(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Quality, 3, 5)
		g.judge(1, risk.People, 3, 3)
		s := read[Board](g, g.Do("manager", "GET", "/api/risks", ""))
		if s.Red != 1 || s.Yellow != 1 || s.Green != 0 || len(s.Rows) != 2 || s.Rows[0].Code != "C01" || len(s.Cells) != 25 {
			g.Errorf("%+v", s)
		}
		for _, c := range s.Cells {
			if want := c.Probability == 3 && (c.Impact == 5 || c.Impact == 3); (c.Count == 1) != want {
				g.Errorf("%+v", c)
			}
		}
		for query, want := range map[string]int{"level=red": 1, "cause=I1": 1, "probability=3&impact=3": 1, "state=signals": 0, "level=green": 0, "limit=1": 1} {
			if s := read[Board](g, g.Do("manager", "GET", "/api/risks?"+query, "")); len(s.Rows) != want || s.Red != 1 {
				g.Errorf("%s: %d rows, %d red", query, len(s.Rows), s.Red)
			}
		}
		if s := read[Board](g, g.Do("other", "GET", "/api/risks", "")); len(s.Rows) != 0 || s.Red != 0 {
			g.Errorf("a stranger sees %+v", s)
		}
		w := g.Do("manager", "GET", "/api/risks/export?format=csv&level=red", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "C01,客户01,Red,Quality problems,3,5,15,") || strings.Contains(w.Body.String(), "C02") {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

func read[T any](g *ground, w *httptest.ResponseRecorder) (into T) {
	g.Helper()
	if w.Code != 200 {
		g.Fatalf("%d %s", w.Code, w.Body)
	}
	g.must(json.Unmarshal(w.Body.Bytes(), &into))
	return into
}

// Judgements go with their account into another one, and back; a cause that the
// other one was judged by itself stays behind.
func TestRisksFollowTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, risk.Quality, 4, 5)
		g.judge(0, risk.People, 5, 5)
		g.judge(1, risk.People, 2, 2)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.ids[0], g.ids[1], nil)
		g.must(err)
		if s := g.sheet("director", 1); s.Score != 20 || s.Causes[0].Score != 4 {
			g.Errorf("merged: %+v", s)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if one, other := g.sheet("director", 0), g.sheet("director", 1); one.Score != 25 || other.Score != 4 {
			g.Errorf("parted: %d and %d", one.Score, other.Score)
		}
	})
}

// Without a visit it is the days since the account is known that count.
func TestQuietIsCountedInCadences(t *testing.T) {
	for name, tt := range map[string]struct {
		o    visit.Overdue
		want null.Number
	}{
		"sixty days of thirty":            {visit.Overdue{Last: june.Add(-60), Cadence: 30}, 2},
		"never visited, known for ninety": {visit.Overdue{Since: june.Add(-90), Cadence: 30}, 3},
	} {
		if got := quiet(tt.o, june); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if quiet(visit.Overdue{Cadence: 30}, june).Known() {
		t.Error("nobody knows since when")
	}
}

func TestQuarters(t *testing.T) {
	for day, want := range map[kernel.Date][2]kernel.Date{
		june:                   {kernel.On(2026, 3, 31), june},
		kernel.On(2026, 6, 29): {kernel.On(2025, 12, 31), kernel.On(2026, 3, 31)},
		kernel.On(2026, 1, 1):  {kernel.On(2025, 9, 30), kernel.On(2025, 12, 31)},
	} {
		if before, last := quarters(day); before != want[0] || last != want[1] {
			t.Errorf("%v: %v and %v", day, before, last)
		}
	}
}
