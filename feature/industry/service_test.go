package industry

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"erba/analysis/ownership"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

const yuan = 100

var june = kernel.On(2026, 6, 30)

// stage is a company with some accounts and what they bought in a year.
type stage struct {
	*apptest.Stage
	*Service
	ids map[string]kernel.ID
}

// firm is an account by its code: what it says of itself, whose it is, and its
// sales of twelve months in thousands of yuan.
type firm struct {
	code, industry, ownership, owner string
	employees, revenue               int64
	sales                            int64
}

func set(s *apptest.Stage, firms ...firm) *stage {
	st := &stage{s, New(s.Kit), map[string]kernel.ID{}}
	var lines []ledger.Line
	for i, f := range firms {
		a := []account.Account{{Code: f.code, Name: "客户" + f.code, Industry: f.industry, Ownership: f.ownership, Employees: some(f.employees), Revenue: some(f.revenue)}}
		if f.owner == "" {
			f.owner = "rep"
		}
		must(s, account.New(s.Kit).Open(s.As(f.owner), a...))
		st.ids[f.code] = a[0].ID
		if f.sales != 0 {
			lines = append(lines, line(a[0].ID, fmt.Sprint("O", i), f.sales*1000*yuan))
		}
	}
	st.book(lines)
	return st
}

func some(n int64) *int64 {
	if n == 0 {
		return nil
	}
	return &n
}

func line(account kernel.ID, order string, amount int64) ledger.Line {
	quantity := kernel.Whole(1)
	price := kernel.Micro(amount * 10_000)
	if amount < 0 {
		quantity, price = kernel.Whole(-1), kernel.Micro(-amount*10_000)
	}
	return ledger.Line{Account: account, Order: order, Product: "P1", On: kernel.On(2026, 6, 1), Quantity: quantity, Price: price, Amount: amount}
}

func (st *stage) book(lines []ledger.Line) {
	if len(lines) == 0 {
		return
	}
	led, ctx := ledger.New(st.Kit), st.As("director")
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(st.Stage, err)
	tally := ledger.NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := led.BookLines(ctx, b.ID, lines)
	must(st.Stage, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(st.Stage, err)
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// by is an industry of the dictionary by its code.
func (st *stage) by(code string) Rated {
	st.Helper()
	all, err := st.Rated(st.As("director"))
	must(st.Stage, err)
	i := slices.IndexFunc(all, func(r Rated) bool { return r.Code == code })
	if i < 0 {
		st.Fatalf("no industry is called %s", code)
	}
	return all[i]
}

func (st *stage) rate(code string, values ...int64) {
	st.Helper()
	for i, value := range values {
		if value > 0 {
			_, err := st.Rate(st.As("director"), Answer{Industry: st.by(code).ID, Criterion: criteria[i], Value: value, Evidence: "走访十家客户"})
			must(st.Stage, err)
		}
	}
}

func TestTheDictionaryIsShipped(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		all, err := set(s).Rated(s.As("rep"))
		must(s, err)
		groups := map[string]int{}
		for _, r := range all {
			groups[r.Group]++
			if err := r.Check(); err != nil {
				s.Errorf("%s: %v", r.Code, err)
			}
		}
		if groups["large"] != 5 || groups["small"] != 5 || groups["tracked"] != 5 {
			s.Errorf("%v", groups)
		}
	})
}

// The worked example of the specification, given as people give it.
func TestM22(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.rate("finance", 5, 4, 4, 2, 3, 5, 4)
		st.rate("post", 3, 4, 3, 3, 3, 3, 3)
		st.rate("water", 2, 2, 2, 3, 2, 3, 3)
		st.rate("power", 5, 5) // 40 % of the weight
		all, err := st.Rated(s.As("rep"))
		must(s, err)
		want := []struct {
			code, grade  string
			value, share float64
		}{{"finance", "key", 3.95, 0.60}, {"post", "promising", 3.20, 0.30}, {"water", "watched", 2.40, 0.10}}
		for i, w := range want {
			if r := all[i]; r.Code != w.code || r.Rank != i+1 || *r.Value != w.value || r.Grade != w.grade || *r.Share != w.share {
				s.Errorf("%d: %s %v %s", i+1, r.Code, r.Value, r.Grade)
			}
		}
		if r := st.by("power"); r.Grade != "incomplete" || r.Value != nil || r.Rank != 0 || r.Share != nil || r.Why.Result != "industry.incomplete" {
			s.Errorf("too little is said of it: %+v", r)
		}
		if a := all[0].Answers[0]; a.By != "director" || a.Version != 1 || a.Evidence == "" || a.Stale || a.Expires.Compare(a.On) <= 0 {
			s.Errorf("who said it, when and from what: %+v", a)
		}
		st.rate("telecom", 5, 4, 4, 2, 3, 5, 4)
		if a, b := st.by("finance"), st.by("telecom"); a.Rank != 1 || b.Rank != 1 || *a.Share != 0.30 {
			s.Errorf("equals share a place and its resources: %d, %d, %v", a.Rank, b.Rank, *a.Share)
		}
	})
}

func TestAnswersThatAreRefused(t *testing.T) {
	tests := map[string]struct {
		change func(*Answer)
		want   string
	}{
		"a six":                        {func(a *Answer) { a.Value = 6 }, "industry.bad_answer"},
		"a zero":                       {func(a *Answer) { a.Value = 0 }, "industry.bad_answer"},
		"a criterion that is none":     {func(a *Answer) { a.Criterion = "luck" }, "industry.bad_criterion"},
		"without evidence":             {func(a *Answer) { a.Evidence = "  嗯  " }, "industry.short_evidence"},
		"that has expired":             {func(a *Answer) { a.Expires = kernel.On(2020, 1, 1) }, "industry.expired"},
		"over what somebody else said": {func(a *Answer) { a.Version = 7 }, "db.stale"},
		"of no industry":               {func(a *Answer) { a.Industry = kernel.NewID() }, "db.missing"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		for name, tt := range tests {
			a := Answer{Industry: st.by("finance").ID, Criterion: "volume", Value: 3, Evidence: "走访十家客户"}
			tt.change(&a)
			if _, err := st.Rate(s.As("director"), a); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				s.Errorf("%s: %v", name, err)
			}
		}
	})
}

// What accounts call an industry finds it by its names or by what somebody has
// matched; everything else is shown as belonging to none.
func TestWords(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "C1", industry: "金融"}, firm{code: "C2", industry: "银行"}, firm{code: "C3", industry: "造船"},
			firm{code: "C4", industry: "造船", owner: "other"}, firm{code: "C5"}, firm{code: "C6", industry: "FINANCE "})
		said := func(role string) (text string) {
			w, err := st.Said(s.As(role))
			must(s, err)
			for _, one := range w.Words {
				text += fmt.Sprintf("%s:%d:%v ", one.Word, one.Accounts, !one.Industry.IsZero())
			}
			return text + fmt.Sprint(w.Unclassified, w.Scope)
		}
		if got := said("director"); got != "造船:2:false :1:false FINANCE:1:true 金融:1:true 银行:1:true 3all" {
			s.Errorf("the director: %s", got)
		}
		if got := said("rep"); got != ":1:false 造船:1:false FINANCE:1:true 金融:1:true 银行:1:true 2own" {
			s.Errorf("the rep: %s", got)
		}
		_, err := st.Match(s.As("director"), Named{Word: " 造船 ", Industry: st.by("manufacturing").ID})
		must(s, err)
		if got := said("rep"); !strings.HasSuffix(got, "1own") {
			s.Errorf("matched: %s", got)
		}
		_, err = st.Match(s.As("director"), Named{Word: "造船"})
		must(s, err)
		if got := said("rep"); !strings.HasSuffix(got, "2own") {
			s.Errorf("matched with none: %s", got)
		}
		if _, err := st.Match(s.As("director"), Named{Word: "造船", Industry: kernel.NewID()}); !missing(err) {
			s.Errorf("with an industry that there is not: %v", err)
		}
		if _, err := st.Match(s.As("director"), Named{Word: "  "}); err == nil {
			s.Error("a word without letters was matched")
		}
	})
}

func missing(err error) bool {
	fault, ok := err.(*kernel.Fault)
	return ok && fault.Kind == kernel.KindMissing
}

func TestTheDictionaryIsKept(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "C1", industry: "造船"})
		ships, err := st.Keep(s.As("director"), Industry{Code: "ships", Name: "造船", English: "Shipbuilding", Group: "tracked"})
		must(s, err)
		if w, err := st.Said(s.As("rep")); err != nil || w.Unclassified != 0 {
			s.Errorf("found by its name: %+v, %v", w, err)
		}
		for name, one := range map[string]Industry{
			"its code a second time":              {Code: "ships", Name: "船舶", English: "Vessels"},
			"its name a second time":              {Code: "vessels", Name: "造船", English: "Vessels"},
			"a name that is another one's code":   {Code: "banks", Name: "银行业", English: "finance"},
			"a group that is none":                {Code: "vessels", Name: "船舶", English: "Vessels", Group: "huge"},
			"a code with blanks":                  {Code: "two words", Name: "船舶", English: "Vessels"},
			"without a name":                      {Code: "vessels", English: "Vessels"},
			"bought in a way that nobody buys by": {Code: "vessels", Name: "船舶", English: "Vessels", Mode: "auction"},
		} {
			if _, err := st.Keep(s.As("director"), one); err == nil {
				s.Errorf("%s was taken", name)
			}
		}
		stale := ships
		ships.Note, ships.Code = "沿海", "boats"
		ships, err = st.Keep(s.As("director"), ships)
		must(s, err)
		if ships.Code != "ships" || ships.Version != 2 {
			s.Errorf("its code never changes: %+v", ships)
		}
		if _, err := st.Keep(s.As("director"), stale); err == nil {
			s.Error("the version of before was written over")
		}
		st.rate("ships", 3, 3, 3, 3, 3, 3, 3)
		must(s, st.Drop(s.As("director"), ships.ID, ships.Version))
		if w, err := st.Said(s.As("rep")); err != nil || w.Unclassified != 1 {
			s.Errorf("without the industry: %+v, %v", w, err)
		}
	})
}

// The worked example of the specification: operators bring 300 of 2,560, one of
// them 270 (in ten thousand yuan a month; here a year of it).
func TestM48(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "M", industry: "电信", sales: 12 * 2700}, firm{code: "U", industry: "运营商", sales: 12 * 300},
			firm{code: "B", industry: "银行", sales: 12 * 22600, owner: "other"}, firm{code: "N", industry: "电信"})
		m, err := st.Mix(s.As("director"), june)
		must(s, err)
		bank, operators := m.Groups[0], m.Groups[1]
		if m.Total != 2560*10_000*yuan || m.Scope != "all" || m.Months != 12 || bank.Code != "finance" {
			s.Errorf("%+v", m)
		}
		if operators.Code != "telecom" || math.Round(*operators.Dependency*1000) != 900 || !operators.Warn || math.Round(*operators.Share*1000) != 117 {
			s.Errorf("%+v", operators)
		}
		if operators.Accounts != 3 || operators.Customers != 2 || operators.Largest.Code != "M" || *operators.Largest.Revenue != 270*10_000*yuan {
			s.Errorf("%+v, largest %+v", operators, operators.Largest)
		}
		if m, err = st.Mix(s.As("rep"), june); err != nil || m.Scope != "own" || m.Total != 300*10_000*yuan || len(m.Groups) != 1 || *m.Groups[0].Share != 1 {
			s.Errorf("whoever sees his own accounts alone gets no others': %+v, %v", m, err)
		}
		st.rate("telecom", 5, 5, 5, 5, 5, 5, 5)
		m, err = st.Mix(s.As("director"), june)
		must(s, err)
		if key := m.Resources[0]; key.Grade != "key" || key.Industries != 1 || *key.Guideline != 0.60 || math.Round(*key.Revenue*1000) != 117 {
			s.Errorf("what key industries are to get and what they bring: %+v", key)
		}
	})
}

func TestMixesAtTheEdges(t *testing.T) {
	tests := map[string]struct {
		firms []firm
		want  string // code:share:dependency of each group
		total int64
	}{
		"no account at all":           {nil, "", 0},
		"nobody has bought":           {[]firm{{code: "A", industry: "金融"}}, "finance:nil:nil ", 0},
		"one industry, one customer":  {[]firm{{code: "A", industry: "金融", sales: 12}}, "finance:1:1 ", 1000 * yuan},
		"only returns":                {[]firm{{code: "A", industry: "金融", sales: -12}}, "finance:nil:nil ", -1000 * yuan},
		"returns beside sales":        {[]firm{{code: "A", industry: "金融", sales: -12}, {code: "B", industry: "电力", sales: 24}}, "power:2:1 finance:-1:nil ", 1000 * yuan},
		"what belongs to none, last":  {[]firm{{code: "A", sales: 36}, {code: "B", industry: "电力", sales: 12}}, "power:0.25:1 :0.75:1 ", 4000 * yuan},
		"an industry of halves warns": {[]firm{{code: "A", industry: "电力", sales: 12}, {code: "B", industry: "电力", sales: 12}}, "power:1:0.5 ", 2000 * yuan},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, features, func(s *apptest.Stage) {
				st := set(s, tt.firms...)
				m, err := st.Mix(s.As("director"), june)
				must(s, err)
				got := ""
				for _, g := range m.Groups {
					got += fmt.Sprintf("%s:%s:%s ", g.Code, show(g.Share), show(g.Dependency))
					if (g.Dependency != nil && *g.Dependency >= 0.5) != g.Warn {
						s.Errorf("%+v", g)
					}
				}
				if got != tt.want || m.Total != tt.total {
					s.Errorf("%s of %d", got, m.Total)
				}
			})
		})
	}
}

func show(n *float64) string {
	if n == nil {
		return "nil"
	}
	return fmt.Sprint(*n)
}

// The worked example of the specification, and what accounts say otherwise.
func TestM27(t *testing.T) {
	tests := map[string]struct {
		said, kind           string
		speed, chain, credit int
	}{
		"foreign":                            {"外资", "foreign", 2, 5, 5},
		"private":                            {"民营企业", "private", 5, 2, 3},
		"state-owned":                        {"国有", "state", 2, 4, 4},
		"public":                             {"事业单位", "government", 2, 4, 4},
		"a hospital":                         {"医院", "hospital", 2, 4, 4},
		"a joint venture may be of any kind": {"合资", "", 0, 0, 0},
		"what nobody knows is said as it is": {"合作社", "", 0, 0, 0},
		"nobody has said":                    {"", "", 0, 0, 0},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		var firms []firm
		for name, tt := range tests {
			firms = append(firms, firm{code: name, ownership: tt.said, industry: "金融"})
		}
		st := set(s, firms...)
		for name, tt := range tests {
			p, err := st.Profile(s.As("rep"), st.ids[name])
			must(s, err)
			if h := p.Ownership; h.Kind != tt.kind || h.Speed != tt.speed || h.Chain != tt.chain || h.Credit != tt.credit || (h.Said == "") != (tt.said == "") {
				s.Errorf("%s: %+v", name, h)
			}
			if p.Industry == nil || p.Industry.Department != "科技处" || p.Industry.Central != "province" {
				s.Errorf("%s: %+v", name, p.Industry)
			}
		}
		if _, err := st.Profile(s.As("other"), st.ids["foreign"]); !missing(err) {
			s.Errorf("of an account out of sight: %v", err)
		}
	})
}

func (st *stage) judge(code, kind string, value int64) {
	st.Helper()
	_, err := portfolio.New(st.Kit).Judge(st.As("director"), portfolio.Estimate{Account: st.ids[code], Kind: kind, Value: value, Evidence: "与采购负责人谈过"})
	must(st.Stage, err)
}

// The worked example of the specification: a middling one, a large one without a
// network; then those of whom too little is known.
func TestM28(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "LARGE", employees: 5000, revenue: 9_000_000_000_00}, firm{code: "MID"}, firm{code: "SILENT"},
			firm{code: "OLD", sales: 12}, firm{code: "CHOSEN", sales: 12}, firm{code: "STRANGE", owner: "other"})
		for kind, values := range map[string][2]int64{"entry_chance": {60, 40}, "entry_cost": {40, 80}, "entry_yield": {70, 80}} {
			st.judge("MID", kind, values[0])
			st.judge("LARGE", kind, values[1])
		}
		st.judge("CHOSEN", "entry_chance", 90)
		list := func(role string, whom Whom) (text string) {
			l, err := st.Targets(s.As(role), whom, 0, 50)
			must(s, err)
			for _, one := range l.Rows {
				text += fmt.Sprintf("%d %s:%s ", one.Rank, one.Code, show(one.Score))
			}
			return text + fmt.Sprint(l.Answered, "/", l.Count, l.Scope)
		}
		if got := list("rep", Both); got != "1 MID:63 0 LARGE:nil 0 SILENT:nil 0 CHOSEN:nil 1/4own" {
			s.Errorf("before anybody knows the network: %s", got)
		}
		st.judge("LARGE", "entry_network", 0)
		if got := list("rep", Both); got != "1 MID:63 2 LARGE:31 0 SILENT:nil 0 CHOSEN:nil 2/4own" {
			s.Errorf("with the network: %s", got)
		}
		if got := list("director", Prospects); got != "1 MID:63 2 LARGE:31 0 SILENT:nil 0 STRANGE:nil 2/4all" {
			s.Errorf("those who have never bought: %s", got)
		}
		if got := list("rep", Chosen); got != "1 MID:63 2 LARGE:31 0 CHOSEN:nil 2/3own" {
			s.Errorf("those of whom something is said: %s", got)
		}
		l, err := st.Targets(s.As("rep"), Both, 1, 1)
		must(s, err)
		if len(l.Rows) != 1 || l.Rows[0].Code != "LARGE" || l.Next != 2 || l.Rows[0].Why.Rule != "entry.rule_large" || l.Rows[0].Answers[0].By != "director" {
			s.Errorf("the second page: %+v", l)
		}
	})
}

// An account that is merged takes what was said of it along.
func TestTargetsFollowMerges(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "ONE"}, firm{code: "TWO", industry: "金融"})
		st.judge("ONE", "entry_chance", 60)
		_, err := account.New(s.Kit).Merge(s.As("director"), st.ids["ONE"], st.ids["TWO"], nil)
		must(s, err)
		l, err := st.Targets(s.As("rep"), Chosen, 0, 50)
		must(s, err)
		if len(l.Rows) != 1 || l.Rows[0].Code != "TWO" || *l.Rows[0].Answers[0].Value != 60 {
			s.Errorf("%+v", l)
		}
	})
}

// A method says that it is used exactly if somebody here takes its settings.
func TestAMethodIsUsedWhereItsSettingsCount(t *testing.T) {
	var ids []string
	for _, m := range Feature.Models {
		if counts := new(settings).take(m.Config); !counts || len(m.Used) == 0 {
			t.Errorf("%s says that it is used in %d places; its settings count: %v", m.ID, len(m.Used), counts)
		}
		ids = append(ids, m.ID)
	}
	if !slices.Equal(ids, declared[:]) {
		t.Errorf("%v are declared, %v are read", ids, declared)
	}
}

// What is decided about a method counts at once, whoever asks.
func TestSettingsCount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "M", industry: "电信", sales: 12 * 2700, ownership: "外资"}, firm{code: "B", industry: "银行", sales: 12},
			firm{code: "LARGE", employees: 5000, revenue: 9_000_000_000_00})
		st.rate("finance", 5, 4, 4, 2, 3, 5, 4)
		for kind, value := range map[string]int64{"entry_chance": 40, "entry_cost": 80, "entry_yield": 80, "entry_network": 0} {
			st.judge("LARGE", kind, value)
		}
		tests := map[string]struct {
			model, config string
			found         func() string
			before, after string
		}{
			"the cut of key industries":    {"M22", `{"cuts":[2.75,4]}`, func() string { return st.by("finance").Grade }, "key", "promising"},
			"the groups that are left out": {"M48", `{"excluded":["电信"]}`, func() string { return st.mixed("telecom") }, "true false", "true true"},
			"what a large company loses":   {"M28", `{"bonus":0}`, func() string { return st.first() }, "31", "46"},
			"what a foreign company does": {"M27", strings.Replace(profiles, `"foreign","speed":2`, `"foreign","speed":4`, 1),
				func() string { return fmt.Sprint(st.hinted("M").Speed) }, "2", "4"},
		}
		for name, tt := range tests {
			before := tt.found()
			s.Exec(`INSERT INTO method_settings (id, model, version, config, reason, author, approver, decided_on, effective_on)
				VALUES (?, ?, 2, ?, 'x', '', '', ?, ?)`, kernel.NewID(), tt.model, tt.config, june, june)
			if after := tt.found(); before != tt.before || after != tt.after {
				s.Errorf("%s: %s, then %s", name, before, after)
			}
		}
	})
}

var profiles = func() string {
	raw, err := json.Marshal(ownership.Default())
	if err != nil {
		panic(err)
	}
	return string(raw)
}()

// mixed says of an industry whether it depends on one customer, and whether it is left out.
func (st *stage) mixed(code string) string {
	m, err := st.Mix(st.As("director"), june)
	must(st.Stage, err)
	g := m.Groups[slices.IndexFunc(m.Groups, func(g Group) bool { return g.Code == code })]
	if g.Excluded != (g.Share == nil) {
		st.Errorf("%+v", g)
	}
	return fmt.Sprint(g.Warn, g.Excluded)
}

// first is the score of the first target.
func (st *stage) first() string {
	l, err := st.Targets(st.As("director"), Chosen, 0, 1)
	must(st.Stage, err)
	return show(l.Rows[0].Score)
}

func (st *stage) hinted(code string) Hint {
	p, err := st.Profile(st.As("director"), st.ids[code])
	must(st.Stage, err)
	return p.Ownership
}

// The library of methods asks what another configuration would say of an account
// in sight, and of no other.
func TestMethodsAreTriedOnAnAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "C1", ownership: "外资"})
		st.judge("C1", "entry_chance", 60)
		st.judge("C1", "entry_cost", 40)
		for model, want := range map[string]string{"M27": "ownership.foreign", "M28": "entry.score"} {
			tried, err := method.New(s.Kit).Explain(s.As("rep"), model, []byte(`{}`), st.ids["C1"])
			if err != nil || tried.Now.Result != want || tried.Draft.Result != want {
				s.Errorf("%s: %+v, %v", model, tried, err)
			}
			if _, err := method.New(s.Kit).Explain(s.As("other"), model, []byte(`{}`), st.ids["C1"]); !missing(err) {
				s.Errorf("%s, of an account out of sight: %v", model, err)
			}
		}
	})
}

// Who may not read what accounts bring learns neither revenue nor who has never bought.
func TestWithoutRevenue(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "C1", industry: "金融", sales: 12}, firm{code: "C2", industry: "金融"})
		s.Grant("rep", "revenue:read", "")
		m, err := st.Mix(s.As("rep"), june)
		must(s, err)
		if m.Total != 0 || m.Groups[0].Accounts != 2 || m.Groups[0].Customers != 0 || m.Groups[0].Largest != nil || m.Groups[0].Share != nil {
			s.Errorf("%+v", m)
		}
		if l, err := st.Targets(s.As("rep"), Both, 0, 50); err != nil || l.Count != 0 {
			s.Errorf("%+v, %v", l, err)
		}
	})
}

func TestOverHTTP(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s, firm{code: "C1", industry: "金融", ownership: "外资"}, firm{code: "C2", owner: "other"})
		finance := st.by("finance").ID.String()
		w := s.Do("rep", "GET", "/api/industries/"+finance+"/answers/volume", "")
		if w.Code != 200 || w.Header().Get("ETag") != `"0"` {
			s.Errorf("nobody has said anything: %d %s %s", w.Code, w.Header().Get("ETag"), w.Body)
		}
		said := `{"value":4,"evidence":"走访十家客户"}`
		if w := s.Do("director", "PUT", "/api/industries/"+finance+"/answers/volume", said, "If-Match", `"0"`); w.Code != 200 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("director", "PUT", "/api/industries/"+finance+"/answers/volume", said, "If-Match", `"0"`); w.Code != 412 {
			s.Errorf("over another one: %d %s", w.Code, w.Body)
		}
		w = s.Do("director", "POST", "/api/industries", `{"code":"ships","name":"造船","english":"Shipbuilding"}`)
		var one Industry
		if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Code != 200 || w.Header().Get("ETag") != `"1"` {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("director", "PUT", "/api/industries/"+one.ID.String(), `{"name":"船舶","english":"Shipbuilding"}`, "If-Match", `"1"`); w.Code != 200 || !strings.Contains(w.Body.String(), `"ships"`) {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("director", "POST", "/api/industries/words", `{"word":"轮船","industry":"`+one.ID.String()+`"}`); w.Code != 200 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("director", "DELETE", "/api/industries/"+one.ID.String(), "", "If-Match", `"2"`); w.Code >= 300 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		for _, path := range []string{"/api/industries", "/api/industries/words", "/api/industries/mix", "/api/industries/targets?whom=prospects"} {
			if w := s.Do("rep", "GET", path, ""); w.Code != 200 {
				s.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
		if w := s.Do("rep", "GET", "/api/accounts/"+st.ids["C1"].String()+"/industry", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"kind":"foreign"`) {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", "/api/accounts/"+st.ids["C2"].String()+"/industry", ""); w.Code != 404 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", "/api/industries/targets/export?format=csv", ""); w.Code != 200 || !strings.Contains(w.Body.String(), "C1") || strings.Contains(w.Body.String(), "C2") {
			s.Errorf("%d %s", w.Code, w.Body)
		}
	})
}
