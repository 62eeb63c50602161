package approval

import (
	"testing"
	"time"

	"erba/kernel"
)

var (
	noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	plan = Kind{Name: "test.plan", Propose: "test:ask", Bands: By("test:approve"), Days: 7, Undo: 24 * time.Hour}
)

// The state machine: every state, and what each verb makes of it.
func TestSteps(t *testing.T) {
	me := kernel.NewID()
	make := func(state string, change func(*Proposal)) Proposal {
		p := Draft{Kind: plan.Name}.made(plan, me, noon)
		if p.State = state; state != Proposed {
			p = p.ended(state, noon)
		}
		if state == Approved {
			p.Undoable = noon.Add(plan.Undo).UnixMicro()
		}
		if change != nil {
			change(&p)
		}
		return p
	}
	verbs := map[string]func(Proposal, time.Time) (Proposal, error){
		"approve":  func(p Proposal, now time.Time) (Proposal, error) { return p.approve(plan, now) },
		"refuse":   func(p Proposal, now time.Time) (Proposal, error) { return p.refuse("no", now) },
		"silent":   func(p Proposal, now time.Time) (Proposal, error) { return p.refuse("  ", now) },
		"withdraw": func(p Proposal, now time.Time) (Proposal, error) { return p.withdraw(me, now) },
		"steal":    func(p Proposal, now time.Time) (Proposal, error) { return p.withdraw(kernel.NewID(), now) },
		"lapse":    func(p Proposal, now time.Time) (Proposal, error) { return p.lapse(now) },
		"effect":   func(p Proposal, now time.Time) (Proposal, error) { return p.takeEffect(plan, now) },
		"undo":     func(p Proposal, now time.Time) (Proposal, error) { return p.undo("wrong", now) },
	}
	two := func(p *Proposal) { p.Steps = Steps{"a:b", "c:d"} }
	waits := func(p *Proposal) { p.Effect = noon.Add(24 * time.Hour).UnixMicro() }
	tests := map[string]struct {
		from   string
		change func(*Proposal)
		verb   string
		after  time.Duration
		to     string // state, or the fault's key
	}{
		"approving what waits":                     {Proposed, nil, "approve", 0, Approved},
		"the first of two approvals":               {Proposed, two, "approve", 0, Proposed},
		"refusing what waits":                      {Proposed, nil, "refuse", 0, Refused},
		"refusing without a word":                  {Proposed, nil, "silent", 0, "approval.why"},
		"withdrawing one's own":                    {Proposed, nil, "withdraw", 0, Withdrawn},
		"withdrawing somebody else's":              {Proposed, nil, "steal", 0, "approval.not_own"},
		"lapsing in time":                          {Proposed, nil, "lapse", 6 * 24 * time.Hour, "approval.not_yet"},
		"lapsing at its end":                       {Proposed, nil, "lapse", 7 * 24 * time.Hour, Lapsed},
		"approving after its end":                  {Proposed, nil, "approve", 7 * 24 * time.Hour, "approval.has_lapsed"},
		"refusing after its end":                   {Proposed, nil, "refuse", 7 * 24 * time.Hour, "approval.has_lapsed"},
		"withdrawing after its end":                {Proposed, nil, "withdraw", 7 * 24 * time.Hour, "approval.has_lapsed"},
		"what does not wait never takes effect":    {Proposed, nil, "effect", 48 * time.Hour, "approval.not_yet"},
		"what waits does not take effect too soon": {Proposed, waits, "effect", 23 * time.Hour, "approval.not_yet"},
		"what waited takes effect":                 {Proposed, waits, "effect", 24 * time.Hour, Approved},
		"undoing what only waits":                  {Proposed, nil, "undo", 0, "approval.not_approved"},
		"undoing an approval":                      {Approved, nil, "undo", 23 * time.Hour, Undone},
		"undoing it too late":                      {Approved, nil, "undo", 24 * time.Hour, "approval.too_late"},
		"approving twice":                          {Approved, nil, "approve", 0, "approval.not_open"},
		"refusing what is approved":                {Approved, nil, "refuse", 0, "approval.not_open"},
		"withdrawing what is approved":             {Approved, nil, "withdraw", 0, "approval.not_open"},
		"approving what was refused":               {Refused, nil, "approve", 0, "approval.not_open"},
		"undoing a refusal":                        {Refused, nil, "undo", 0, "approval.not_approved"},
		"approving what was withdrawn":             {Withdrawn, nil, "approve", 0, "approval.not_open"},
		"approving what has lapsed":                {Lapsed, nil, "approve", 0, "approval.not_open"},
		"approving what was undone":                {Undone, nil, "approve", 0, "approval.not_open"},
		"undoing twice":                            {Undone, nil, "undo", 0, "approval.not_approved"},
	}
	for name, tt := range tests {
		p, err := verbs[tt.verb](make(tt.from, tt.change), noon.Add(tt.after))
		got := p.State
		if err != nil {
			got = key(err)
		}
		if got != tt.to {
			t.Errorf("%s: %s, want %s", name, got, tt.to)
		}
	}
}

func TestBands(t *testing.T) {
	credit := Kind{Bands: []Band{
		{kernel.Yuan(1000), []string{"small"}},
		{kernel.Yuan(5000), []string{"small", "small"}},
		{Approve: []string{"small", "large"}},
	}}
	tests := map[string]struct {
		amount kernel.Money
		want   string
	}{
		"up to the first limit":          {kernel.Yuan(1000), "small"},
		"one fen above it":               {kernel.Money{Minor: 100_001, Currency: "CNY"}, "small small"},
		"above all limits":               {kernel.Yuan(5001), "small large"},
		"a reduction is as much":         {kernel.Yuan(-6000), "small large"},
		"a currency nobody spoke of":     {kernel.Money{Minor: 1, Currency: "USD"}, "small large"},
		"no amount where amounts matter": {kernel.Money{}, "small large"},
	}
	for name, tt := range tests {
		if got, _ := Steps(credit.steps(tt.amount)).Value(); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestKindsThatMakeNoSense(t *testing.T) {
	tests := map[string]Kind{
		"a name that is no text key":       {Name: "test", Propose: "a:b", Bands: By("a:c"), Days: 1},
		"nobody may propose":               {Name: "test.x", Bands: By("a:c"), Days: 1},
		"nobody may approve":               {Name: "test.x", Propose: "a:b", Bands: []Band{{}}, Days: 1},
		"no band without limit":            {Name: "test.x", Propose: "a:b", Bands: []Band{{kernel.Yuan(1), []string{"a:c"}}}, Days: 1},
		"it never lapses":                  {Name: "test.x", Propose: "a:b", Bands: By("a:c")},
		"it lapses before it takes effect": {Name: "test.x", Propose: "a:b", Bands: By("a:c"), Days: 1, Wait: 48 * time.Hour},
	}
	for name, k := range tests {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: accepted", name)
				}
			}()
			k.check()
		}()
	}
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
