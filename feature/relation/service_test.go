package relation

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/analysis/why"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/event"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, interaction.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, Feature}

var august = kernel.On(2026, 8, 20)

// ground is an account of the rep's with people whom nobody has judged yet.
type ground struct {
	*apptest.Stage
	*Service
	account kernel.ID
	people  []kernel.ID
	now     kernel.Date
	path    string
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), now: august}
		g.Service.today = func() kernel.Date { return g.now }
		g.account = g.open("A")
		g.path = "/api/accounts/" + g.account.String() + "/relations"
		for i := range 5 {
			g.people = append(g.people, g.meet(g.account, fmt.Sprint("王", i)))
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

func (g *ground) open(code string) kernel.ID {
	g.Helper()
	a := []account.Account{{Code: code, Name: "客户" + code, Owner: g.User("rep").ID}}
	must(g.Stage, account.New(g.Kit).Open(g.As("director"), a...))
	return a[0].ID
}

func (g *ground) meet(account kernel.ID, name string) kernel.ID {
	g.Helper()
	c, err := contact.New(g.Kit).Meet(g.As("rep"), contact.Contact{Account: account, Name: name})
	must(g.Stage, err)
	return c.ID
}

func (g *ground) drawn(role string) Map {
	g.Helper()
	m, err := g.Map(g.As(role), g.account)
	must(g.Stage, err)
	return m
}

// say judges so many fields of people, each person, field and value, on the ground's day.
func (g *ground) say(words ...string) Map {
	g.Helper()
	var d Draft
	for i := 0; i < len(words); i += 3 {
		d.Judgements = append(d.Judgements, Saying{Contact: g.people[number(words[i])], Field: words[i+1], Value: words[i+2], Evidence: "见面时说的"})
	}
	m, err := g.Save(g.As("rep"), g.account, g.drawn("rep").Version, d)
	must(g.Stage, err)
	return m
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func (g *ground) refused(name, want string, d Draft) {
	g.Helper()
	before := g.drawn("rep")
	if _, err := g.Save(g.As("rep"), g.account, before.Version, d); key(err) != want {
		g.Errorf("%s: %v, want %s", name, err, want)
	}
	if after := g.drawn("rep"); after.Version != before.Version {
		g.Errorf("%s: what was refused was saved", name)
	}
}

func below(who, manager kernel.ID) contact.Move {
	return contact.Move{Contact: who, Place: contact.Place{Reports: &manager}}
}

func TestM60OverTheAPI(t *testing.T) {
	each(t, func(g *ground) {
		m := g.say("0", Power, "5", "0", Closeness, "2", "0", Attitude, "0", "1", Power, "4", "1", Closeness, "3", "1", Attitude, "2",
			"2", Power, "3", "2", Closeness, "4", "2", Attitude, "2", "3", Power, "2", "3", Closeness, "3", "3", Attitude, "-2")
		if math.Abs(float64(m.Metrics.Support)-5.0/14) > 1e-9 || math.Abs(float64(m.Metrics.Closeness)-400.0/7) > 1e-9 ||
			math.Abs(float64(m.Metrics.Coverage)-9.0/14) > 1e-9 || !m.Metrics.Single {
			g.Errorf("%+v", m.Metrics)
		}
		if m.People[0].PowerFrom != "inner" || m.People[1].PowerFrom != "structure" || m.People[3].PowerFrom != "outside" {
			g.Errorf("where power comes from follows the influence: %+v", m.People)
		}
		first := m.People[0].Judged[Power]
		if first.Name != "rep" || first.Evidence != "见面时说的" || first.On != august || first.Until != august.Add(180) || first.Stale {
			g.Errorf("%+v", first)
		}
	})
}

func TestM61OverTheAPI(t *testing.T) {
	each(t, func(g *ground) {
		m := g.say("0", Layer, "decision", "0", Closeness, "3", "1", Layer, "implementation", "1", Closeness, "4", "2", Layer, "usage", "2", Closeness, "2")
		if m.Metrics.Layers != 0.5 || m.Layers[0].People != 0 || m.Layers[3].Covered {
			g.Errorf("%v %+v", m.Metrics.Layers, m.Layers)
		}
	})
}

func TestAMapIsSavedInOnePiece(t *testing.T) {
	each(t, func(g *ground) {
		m, err := g.Save(g.As("rep"), g.account, 0, Draft{
			Moves:      []contact.Move{below(g.people[1], g.people[0]), below(g.people[2], g.people[1])},
			Places:     []place{{g.people[3], 120, -40}},
			Judgements: []Saying{{Contact: g.people[0], Field: Roles, Value: "coach decider coach"}},
			Draw:       []Stroke{{"influence", g.people[1], g.people[0], "每周碰头"}, {"conflict", g.people[2], g.people[3], ""}}})
		must(g.Stage, err)
		if m.Version != 1 || m.People[1].Reports != g.people[0] || *m.People[3].X != 120 || len(m.Lines) != 2 ||
			!slices.Equal(m.People[0].Roles, []string{"coach", "decider"}) {
			g.Errorf("%+v", m)
		}
		m, err = g.Save(g.As("rep"), g.account, 1, Draft{Moves: []contact.Move{below(g.people[3], g.people[0])}, Erase: []kernel.ID{m.Lines[0].ID}})
		must(g.Stage, err)
		if m.People[3].X != nil || len(m.Lines) != 1 || m.Lines[0].Kind != "conflict" {
			g.Errorf("who is put below somebody has his place in the tree: %+v", m)
		}
		all, err := g.History(g.As("rep"), g.account, kernel.ID{}, 1)
		must(g.Stage, err)
		if len(all) != 2 || all[0].Version != 2 {
			g.Errorf("since version 1 a move and a line: %+v", all)
		}
	})
}

func TestTreesThatAreNone(t *testing.T) {
	each(t, func(g *ground) {
		p := g.people
		elsewhere := g.meet(g.open("B"), "李四")
		g.refused("his own manager", "contact.own_manager", Draft{Moves: []contact.Move{below(p[0], p[0])}})
		g.refused("a circle of two", "contact.circle", Draft{Moves: []contact.Move{below(p[0], p[1]), below(p[1], p[0])}})
		g.refused("a circle of three", "contact.circle", Draft{Moves: []contact.Move{below(p[0], p[1]), below(p[1], p[2]), below(p[2], p[0])}})
		g.refused("a manager at another account", "contact.other_tree", Draft{Moves: []contact.Move{below(p[0], elsewhere)}})
		g.refused("somebody of another account", "contact.other_tree", Draft{Moves: []contact.Move{below(elsewhere, p[0])}})
		g.refused("a judgement about him here", "relation.not_here", Draft{Judgements: []Saying{{Contact: elsewhere, Field: Power, Value: "1"}}})
		must(g.Stage, func() error {
			_, err := g.Save(g.As("rep"), g.account, 0, Draft{Moves: []contact.Move{below(p[1], p[0]), below(p[2], p[1])}})
			return err
		}())
		g.refused("a circle with what stands there", "contact.circle", Draft{Moves: []contact.Move{below(p[0], p[2])}})
		m, err := g.Save(g.As("rep"), g.account, 1, Draft{Moves: []contact.Move{below(p[0], p[1]), below(p[1], kernel.ID{})}})
		must(g.Stage, err)
		if m.People[0].Reports != p[1] || !m.People[1].Reports.IsZero() {
			g.Error("two people may swap places in one piece")
		}
	})
}

func TestWhatIsNoJudgement(t *testing.T) {
	each(t, func(g *ground) {
		p := g.people[0]
		tests := map[string]struct {
			saying Saying
			want   string
		}{
			"no such field":                {Saying{Contact: p, Field: "mood", Value: "1"}, "relation.no_field"},
			"more influence than there is": {Saying{Contact: p, Field: Power, Value: "6"}, "relation.no_value"},
			"an attitude in words":         {Saying{Contact: p, Field: Attitude, Value: "good"}, "relation.no_value"},
			"a role that nobody added":     {Saying{Contact: p, Field: Roles, Value: "decider gatekeeper"}, "relation.no_role"},
			"a counterpart who is nobody":  {Saying{Contact: p, Field: Partner, Value: kernel.NewID().String()}, "relation.no_user"},
			"it ends before it begins":     {Saying{Contact: p, Field: Power, Value: "1", Until: august}, "relation.bad_until"},
			"it holds for ever":            {Saying{Contact: p, Field: Power, Value: "1", Until: august.Add(800)}, "relation.bad_until"},
			"evidence as long as a book":   {Saying{Contact: p, Field: Power, Value: "1", Evidence: strings.Repeat("长", 501)}, "relation.too_long"},
			"an answer to no question":     {Saying{Contact: p, Field: Power, Value: "1", Answers: map[string]string{"weather": "yes"}}, "relation.no_question"},
			"no answer":                    {Saying{Contact: p, Field: Power, Value: "1", Answers: map[string]string{"veto": "perhaps"}}, "relation.bad_answer"},
		}
		for name, tt := range tests {
			g.refused(name, tt.want, Draft{Judgements: []Saying{tt.saying}})
		}
		g.refused("nothing at all", "relation.nothing", Draft{})
		g.refused("a line to himself", "relation.own_line", Draft{Draw: []Stroke{{"influence", p, p, ""}}})
		g.refused("the same conflict from both ends", "relation.line_twice",
			Draft{Draw: []Stroke{{"conflict", p, g.people[1], ""}, {"conflict", g.people[1], p, ""}}})
		g.refused("a line that is not there", "relation.not_here", Draft{Erase: []kernel.ID{kernel.NewID()}})
	})
}

func TestOfTwoWhoSaveOneIsTold(t *testing.T) {
	each(t, func(g *ground) {
		body := fmt.Sprintf(`{"judgements":[{"contact":"%s","field":"attitude","value":"%%d"}]}`, g.people[0])
		tag := g.Do("rep", "GET", g.path, "").Header().Get("ETag")
		if w := g.Do("director", "PUT", g.path, fmt.Sprintf(body, 1), "If-Match", tag); w.Code != 200 {
			g.Fatal(w.Code, w.Body)
		}
		w := g.Do("rep", "PUT", g.path, fmt.Sprintf(body, -1), "If-Match", tag)
		if w.Code != 412 || !strings.Contains(w.Body.String(), "relation.stale") {
			g.Fatal(w.Code, w.Body)
		}
		var since []Event
		w = g.Do("rep", "GET", g.path+"/history?since=0", "")
		must(g.Stage, json.Unmarshal(w.Body.Bytes(), &since))
		if len(since) != 1 || since[0].Name != "director" || since[0].Now != "1" || since[0].Was != "" {
			g.Errorf("what the other one saved is told: %s", w.Body)
		}
	})
}

func TestJudgementsGrowOldAndStay(t *testing.T) {
	each(t, func(g *ground) {
		g.now = kernel.On(2025, 11, 3)
		g.say("0", Power, "5", "0", Closeness, "2", "1", Power, "4")
		g.now = august
		m := g.say("0", Closeness, "4")
		if !m.People[0].Stale || !m.People[0].Judged[Power].Stale || m.People[0].Judged[Closeness].Stale || m.People[0].Power != 5 {
			g.Errorf("%+v", m.People[0])
		}
		if m.Past == nil || m.Past.On != kernel.On(2026, 6, 30) || m.Past.Metrics.Coverage != 0 || m.Metrics.Coverage <= 0.5 {
			g.Errorf("at the end of the quarter he was distant: %+v, now %+v", m.Past, m.Metrics)
		}
		trend, err := g.Trend(g.As("rep"), g.account)
		must(g.Stage, err)
		if len(trend) != 4 || trend[0].On != kernel.On(2025, 12, 31) || trend[3].On != august || trend[3].Metrics.Closeness != 80 || trend[0].Metrics.Closeness != 40 {
			g.Errorf("%+v", trend)
		}
		must(g.Stage, g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
			then, err := g.Closeness(tx, g.account, kernel.On(2026, 8, 19))
			if err == nil && then != 40 {
				g.Errorf("the day before it was %v", then)
			}
			return err
		}))
		if rules := advised(m); !slices.Contains(rules, "judgement_stale") {
			g.Error("nobody is told", rules)
		}
	})
}

func advised(m Map) (rules []string) {
	for _, a := range m.Advice {
		rules = append(rules, a.Rule)
	}
	return rules
}

func TestAdviceFollowsTheMap(t *testing.T) {
	each(t, func(g *ground) {
		if rules := advised(g.drawn("rep")); !slices.Contains(rules, "no_decision_maker") {
			g.Errorf("nobody decides yet: %v", rules)
		}
		m := g.say("0", Roles, "decider", "0", Power, "5", "0", Attitude, "-1", "1", Power, "4", "1", Closeness, "4", "1", Attitude, "2", "1", Roles, "coach")
		rules := advised(m)
		for rule, want := range map[string]bool{"no_decision_maker": false, "blocker": true, "supporters_not_more": true,
			"single_thread_theirs": true, "sponsor": true, "champion_silent": true, "no_counterpart": true} {
			if slices.Contains(rules, rule) != want {
				g.Errorf("%s applies: %t, all: %v", rule, !want, rules)
			}
		}
		at := slices.IndexFunc(m.Advice, func(a Advice) bool { return a.Rule == "blocker" })
		if a := m.Advice[at]; a.Args.Names != "王0" || !slices.Equal(a.People, g.people[:1]) || a.Key != "relation.advice_blocker" {
			g.Errorf("%+v", a)
		}
	})
}

func TestWhoMovesOnIsNotStartedFromNothing(t *testing.T) {
	each(t, func(g *ground) {
		other := g.open("B")
		g.say("0", Attitude, "2", "0", Style, "driving", "0", Power, "5", "1", Power, "2")
		people := contact.New(g.Kit)
		moved, err := people.Transfer(g.As("rep"), contact.Contact{ID: g.people[0], Version: 1}, contact.Transfer{To: other, On: august, Title: "总经理"})
		must(g.Stage, err)
		m, err := g.Map(g.As("rep"), other)
		must(g.Stage, err)
		if len(m.People) != 1 || !m.People[0].Twins || m.People[0].Attitude != nil {
			g.Fatalf("%+v", m.People)
		}
		offers, err := g.Latest(g.As("rep"), other)
		must(g.Stage, err)
		if len(offers) != 2 || offers[0].Company != "客户A" || offers[0].Contact != moved.ID {
			g.Fatalf("his attitude and style go along, what his old job made of him does not: %+v", offers)
		}
		m, err = g.Take(g.As("rep"), other, 0, nil)
		must(g.Stage, err)
		if p := m.People[0]; *p.Attitude != 2 || p.Style != "driving" || p.Power != 0 || p.Judged[Attitude].Source != Taken || p.Judged[Attitude].Evidence != "见面时说的" {
			g.Errorf("%+v", p)
		}
		if here := g.drawn("rep"); len(here.People) != 4 || len(here.Former) != 1 {
			g.Errorf("he has left: %+v", here.Former)
		}
	})
}

func TestTheLossOfAKeyPersonIsTold(t *testing.T) {
	each(t, func(g *ground) {
		var lost []KeyLost
		event.On(g.Kit.Events, func(_ *db.Tx, e KeyLost) error { lost = append(lost, e); return nil })
		g.say("0", Power, "4", "1", Power, "3")
		people := contact.New(g.Kit)
		for _, id := range g.people[:3] {
			_, err := people.Leave(g.As("rep"), contact.Contact{ID: id, Version: 1}, august)
			must(g.Stage, err)
		}
		if !slices.Equal(lost, []KeyLost{{g.account, g.people[0]}}) {
			g.Errorf("%+v", lost)
		}
	})
}

func TestGuideAsksAndProposes(t *testing.T) {
	each(t, func(g *ground) {
		w := g.Do("rep", "GET", "/api/relations/guide/power", "")
		var q Questions
		must(g.Stage, json.Unmarshal(w.Body.Bytes(), &q))
		if len(q.Questions) < 5 || q.Questions[0].Text != "relation.ask_power_"+q.Questions[0].Key {
			g.Fatal(w.Body)
		}
		for answers, want := range map[string]string{
			`{}`:                  `"value":""`,
			`{"delegated":"yes"}`: `"value":"1"`,
			`{"budget":"no"}`:     `"value":"1"`,
			`{"veto":"yes","budget":"yes","final_meeting":"yes","consulted":"yes"}`: `"value":"5","power_from":"inner"`,
		} {
			w := g.Do("rep", "PUT", "/api/relations/guide/power", `{"answers":`+answers+`}`)
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				g.Errorf("%s: %s, want %s", answers, w.Body, want)
			}
		}
	})
}

func TestMapsFollowMerges(t *testing.T) {
	each(t, func(g *ground) {
		g.say("0", Power, "5")
		other := g.open("B")
		accounts := account.New(g.Kit)
		from, err := accounts.Find(g.As("director"), g.account)
		must(g.Stage, err)
		_, err = accounts.Merge(g.As("director"), from.ID, other, nil)
		must(g.Stage, err)
		m, err := g.Map(g.As("director"), other)
		must(g.Stage, err)
		if len(m.People) != 5 || m.People[0].Power != 5 {
			g.Errorf("%+v", m.People)
		}
	})
}

// Who owns an account is told when what he says of key people has expired: of these
// alone, and once for an account.
func TestExpiredJudgementsAreToBeConfirmed(t *testing.T) {
	each(t, func(g *ground) {
		g.now = kernel.On(2025, 11, 3)
		g.say("0", Power, "5", "0", Attitude, "1", "1", Power, "4", "2", Power, "3")
		find := func(role string, on kernel.Date) int {
			items, err := g.confirming().Find(g.As(role), today.Ask{User: g.User(role).ID, On: on, Limit: 10})
			must(g.Stage, err)
			if len(items) > 0 && (items[0].Reason.Args["count"] != 2 || items[0].Title.Args["names"] != "王0、王1" || items[0].Account != g.account) {
				g.Errorf("%+v", items)
			}
			return len(items)
		}
		if find("rep", g.now.Add(180)) != 0 || find("rep", g.now.Add(181)) != 1 || find("director", august) != 0 {
			g.Error("the owner is told the day after")
		}
	})
}

// An answered question stays with the judgement that it led to.
func TestAnswersStayWithTheJudgement(t *testing.T) {
	each(t, func(g *ground) {
		m, err := g.Save(g.As("rep"), g.account, 0, Draft{Judgements: []Saying{{Contact: g.people[0], Field: Power, Value: "5",
			Answers: map[string]string{"veto": "yes", "budget": "unknown"}}}})
		must(g.Stage, err)
		if j := m.People[0].Judged[Power]; j.Source != Guided || j.Answers["veto"] != "yes" || j.Answers["budget"] != "unknown" {
			g.Errorf("%+v", j)
		}
	})
}

func TestWhyAMapIsAsItIs(t *testing.T) {
	each(t, func(g *ground) {
		g.say("0", Power, "5", "0", Closeness, "4", "0", Layer, "decision")
		var all []why.Explanation
		w := g.Do("rep", "GET", g.path+"/why", "")
		must(g.Stage, json.Unmarshal(w.Body.Bytes(), &all))
		if len(all) != 2 || all[0].Result != "relation.result_single" || all[0].Changes[0].To != 2 || all[1].Result != "relation.result_missing" || len(all[1].Changes) != 3 {
			g.Errorf("%s", w.Body)
		}
		loose := rel.Default()
		loose.Threads = 1
		e, err := g.viewed(g.As("rep"), loose, g.account)
		if err != nil || e.Result != "relation.result_carried" {
			g.Errorf("a draft that wants one: %+v %v", e, err)
		}
		if _, err := g.stratified(g.As("other"), layer.Default(), g.account); key(err) != "db.missing" {
			g.Errorf("out of sight there is nothing to explain: %v", err)
		}
	})
}
