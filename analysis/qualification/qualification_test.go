package qualification

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

const (
	open    = -1
	unknown = -2
)

// sheet is a sheet of the four questions, five answers a step.
func sheet(steps ...[5]int) Answers {
	given := Answers{}
	for i, step := range steps {
		for n, key := range Criteria(Steps[i]) {
			switch rating := step[n]; rating {
			case open:
			case unknown:
				given[key] = Answer{Unknown: true}
			default:
				given[key] = Answer{Rating: rating}
			}
		}
	}
	return given
}

var (
	real    = [5]int{4, 4, 3, 5, 4}
	compete = [5]int{4, 4, 3, 2, 4}
	win     = [5]int{3, 2, 3, 3, 2}
	worth   = [5]int{4, 3, 3, 2, 4}
)

func TestM65(t *testing.T) {
	cfg := Default()
	card := cfg.Four()
	tests := map[string]struct {
		given   Answers
		scores  []float64
		overall float64 // 0: none
		verdict string
		at      string
	}{
		"all four gates open":                     {sheet(real, compete, win, worth), []float64{80, 68, 52, 64}, 66, Follow, ""},
		"no money stops at the first":             {sheet([5]int{4, 4, 3, 0, 4}, compete, win, worth), []float64{60, 68, 52, 64}, 61, Nurture, Real},
		"unknown counts as nothing":               {sheet([5]int{4, 4, 3, 5, unknown}, compete, win, worth), []float64{64, 68, 52, 64}, 62, Follow, ""},
		"unknown money stops, whatever the score": {sheet([5]int{4, 4, 3, unknown, 4}, compete, win, worth), []float64{60, 68, 52, 64}, 61, Find, Real},
		"a sure loss is given up":                 {sheet(real, compete, [5]int{1, 1, 2, 1, 1}, worth), []float64{80, 68, 24, 64}, 59, Abandon, Win},
		"little chance is to be thought over":     {sheet(real, compete, [5]int{2, 2, 2, 2, 2}, worth), []float64{80, 68, 40, 64}, 63, Rethink, Win},
		"exactly 30 is not given up":              {sheet(real, compete, [5]int{1, 2, 1, 2, open}, worth), []float64{80, 68, 30, 64}, 60.5, Rethink, Win},
		"exactly the gate is passed":              {sheet([5]int{3, 3, 3, 3, 3}, [5]int{3, 3, 3, 3, 3}, [5]int{3, 2, 3, 2, open}, [5]int{2, 3, 2, 3, open}), []float64{60, 60, 50, 50}, 55, Follow, ""},
		"we lack what it takes":                   {sheet(real, [5]int{2, 2, 2, 2, 2}, win, worth), []float64{80, 40, 52, 64}, 59, Resources, Compete},
		"not worth it":                            {sheet(real, compete, win, [5]int{1, 1, 1, 1, 1}), []float64{80, 68, 52, 20}, 55, Worthless, Worth},
		"one blank is left out":                   {sheet(real, compete, win, [5]int{4, 3, 3, 2, open}), []float64{80, 68, 52, 60}, 65, Follow, ""},
		"two blanks are too many":                 {sheet(real, compete, [5]int{5, 5, 5, open, open}, worth), []float64{80, 68, 100, 64}, 0, Incomplete, Win},
		"money that nobody asked about":           {sheet([5]int{4, 4, 4, open, 4}, compete, win, worth), []float64{80, 68, 52, 64}, 66, Find, Real},
		"nothing is answered":                     {Answers{}, nil, 0, Incomplete, Real},
	}
	for name, tt := range tests {
		r := cfg.Judge(&card, tt.given)
		if r.Verdict != tt.verdict || r.At != tt.at {
			t.Errorf("%s: %s at %q, want %s at %q", name, r.Verdict, r.At, tt.verdict, tt.at)
		}
		for i, want := range tt.scores {
			if got := float64(r.Steps[i].Score); got != want {
				t.Errorf("%s: step %d is %v, want %v", name, i+1, got, want)
			}
		}
		if r.Overall.Known() != (tt.overall > 0) || r.Overall.Known() && float64(r.Overall) != tt.overall {
			t.Errorf("%s: overall %v, want %v", name, r.Overall, tt.overall)
		}
	}
}

func TestTheQuickWay(t *testing.T) {
	cfg := Default()
	of := func(funds, fit, near, earning int) Answers {
		return sheet([5]int{open, open, open, funds, open}, [5]int{open, fit, open, open, open}, [5]int{open, open, open, open, open}, [5]int{near, open, earning, open, open})
	}
	tests := map[string]struct {
		given   Answers
		verdict string
	}{
		"all of them 3":          {of(3, 3, 3, 3), Follow},
		"the money is doubtful":  {of(2, 5, 5, 5), Nurture},
		"nobody knows the money": {of(unknown, 5, 5, 5), Find},
		"it does not fit":        {of(5, 2, 5, 5), Resources},
		"it does not pay":        {of(5, 5, 5, 2), Worthless},
		"unknown counts as 0":    {of(5, 5, unknown, 5), Worthless},
		"one is not answered":    {of(5, 5, open, 5), Incomplete},
	}
	for name, tt := range tests {
		if r := cfg.Quick(tt.given); r.Verdict != tt.verdict {
			t.Errorf("%s: %s, want %s", name, r.Verdict, tt.verdict)
		}
	}
}

// drawn is a card with any weights, gates and questions that rule a deal out.
func drawn(t *rapid.T) Card {
	cfg := Default()
	card := cfg.Four()
	for i := range card.Areas {
		a := &card.Areas[i]
		a.Gate = rapid.Float64Range(0, 100).Draw(t, "gate")
		a.Low = rapid.Float64Range(0, a.Gate).Draw(t, "low")
		questions := a.Topics[0].Questions
		at := rapid.IntRange(1, len(questions)-1).Draw(t, "split")
		a.Topics = []Topic{{Weight: rapid.IntRange(1, 99).Draw(t, "topic"), Questions: questions[:at]}, {Questions: questions[at:]}}
		a.Topics[1].Weight = 100 - a.Topics[0].Weight
		for n := range questions {
			questions[n].Weight = rapid.IntRange(1, 100).Draw(t, "weight")
			questions[n].Knock = rapid.Bool().Draw(t, "knock")
		}
	}
	return card
}

func answers(t *rapid.T, card *Card) Answers {
	given := Answers{}
	for _, q := range card.Questions() {
		switch rating := rapid.IntRange(unknown, Best).Draw(t, q.Key); rating {
		case open:
		case unknown:
			given[q.Key] = Answer{Unknown: true}
		default:
			given[q.Key] = Answer{Rating: rating}
		}
	}
	return given
}

// Whoever puts "not known" in the place of an answer never gains by it: no score
// rises and no gate opens, whatever the card and whatever unknown counts as.
func TestUnknownNeverRaisesAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, card := Default(), drawn(t)
		cfg.Unknown = rapid.IntRange(-Best, 0).Draw(t, "unknown")
		given := answers(t, &card)
		rated := slices.Sorted(maps.Keys(given))
		if len(rated) == 0 {
			return
		}
		before, quick := cfg.Judge(&card, given), cfg.Quick(given)
		given[rapid.SampledFrom(rated).Draw(t, "question")] = Answer{Unknown: true}
		after := cfg.Judge(&card, given)
		for i, s := range after.Steps {
			if s.Score > before.Steps[i].Score || s.Passed && !before.Steps[i].Passed {
				t.Fatalf("%+v after %+v", s, before.Steps[i])
			}
		}
		if after.Overall > before.Overall || after.Passed() > before.Passed() {
			t.Fatalf("%+v after %+v", after, before)
		}
		if q := cfg.Quick(given); q.Overall > quick.Overall || q.Verdict == Follow && quick.Verdict != Follow {
			t.Fatalf("%+v after %+v", q, quick)
		}
	})
}

// A better answer never lowers a score, and what could not be decided is refused.
func TestABetterAnswerNeverLowersAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, card := Default(), drawn(t)
		given := answers(t, &card)
		key := rapid.SampledFrom(Criteria(rapid.SampledFrom(Steps).Draw(t, "step"))).Draw(t, "question")
		low := rapid.IntRange(0, Best-1).Draw(t, "low")
		given[key] = Answer{Rating: low}
		before := cfg.Judge(&card, given)
		given[key] = Answer{Rating: low + 1}
		after := cfg.Judge(&card, given)
		for i, s := range after.Steps {
			if s.Score < before.Steps[i].Score || before.Steps[i].Passed && !s.Passed {
				t.Fatalf("%+v after %+v", s, before.Steps[i])
			}
		}
	})
}

// The third step of 48: one of the two that nobody knows, answered with 1, makes 52.
func TestWhatOpensAGate(t *testing.T) {
	cfg := Default()
	card := cfg.Four()
	given := sheet(real, compete, [5]int{4, unknown, 4, 4, unknown}, worth)
	flips := cfg.Flips(&card.Areas[2], given)
	if len(flips) < 2 || flips[0] != (Flip{Trust, 0, true, 1, 52}) || flips[1].Question != Politics {
		t.Errorf("%+v", flips)
	}
	e := cfg.Explain(given)
	if e.Result != "assessment.verdict_rethink" || e.Changes[0].Key != "assessment.c_trust" || e.Changes[0].To != 1 || e.Changes[0].Result != "assessment.verdict_follow" {
		t.Errorf("%+v", e)
	}
}

func TestWhatDataReadsAs(t *testing.T) {
	d := Default().Data
	tests := map[string]struct {
		cuts Cuts
		n    float64
		want int
	}{
		"21.4 % is left":                        {d.Earning, 0.214, 3},
		"a loss":                                {d.Earning, -0.1, 0},
		"paid 11 days late":                     {d.Paying, 11, 2},
		"paid early":                            {d.Paying, -2, 5},
		"310 free of the 420 that it takes":     {d.Credit, 310.0 / 420, 2},
		"bidding takes 15.8 of 840":             {d.Bidding, 15.8 / 840, 4},
		"46 hours left of the 60 that it takes": {d.Hours, 46.0 / 60, 2},
	}
	for name, tt := range tests {
		if got, known := tt.cuts.Rate(null.Of(tt.n)); !known || got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
}

// Data in the place of answers leaves those alone, and the worst reading counts.
func TestDataStandsBeside(t *testing.T) {
	given := Answers{Earning: {Rating: 4}, Danger: {Unknown: true}}
	all := Replaced(given, []Reading{{Danger, 4}, {Danger, 2}, {Danger, 3}})
	if all[Danger] != (Answer{Rating: 2}) || all[Earning].Rating != 4 || !given[Danger].Unknown {
		t.Errorf("%+v, of %+v", all, given)
	}
}

func TestWhatMakesNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"unknown better than the worst answer": func(c *Config) { c.Unknown = 1 },
		"given up above the gate":              func(c *Config) { c.Rethink = 51 },
		"weights that make 99":                 func(c *Config) { c.Cards[0].Areas[0].Weight-- },
		"questions that make 101":              func(c *Config) { c.Cards[0].Areas[0].Topics[0].Questions[0].Weight++ },
		"an area without topics":               func(c *Config) { c.Cards[0].Areas[0].Topics = nil },
		"a question asked twice":               func(c *Config) { c.Cards[0].Areas[1].Topics[0].Questions[0].Key = "chooser" },
		"a card called like the four":          func(c *Config) { c.Cards[0].Key = Four },
		"a card without a name":                func(c *Config) { c.Cards[0].En = "" },
		"figures that rise where less is good": func(c *Config) { c.Data.Paying = Cuts{0, 3, 7, 15, 30} },
	}
	if err := Default().Check(); err != nil {
		t.Fatal(err)
	}
	for name, change := range tests {
		c := Default()
		change(&c)
		if c.Check() == nil {
			t.Errorf("%s is allowed", name)
		}
	}
}

// The card for complex projects runs in the same engine.
func TestAnotherCard(t *testing.T) {
	cfg := Default()
	card, _ := cfg.Card("complex")
	given := Answers{}
	for _, q := range card.Questions() {
		given[q.Key] = Answer{Rating: 4}
	}
	if r := cfg.Judge(&card, given); r.Verdict != Follow || r.Overall != 80 {
		t.Errorf("%+v", r)
	}
	given["budgeted"] = Answer{Rating: 0}
	if r := cfg.Judge(&card, given); r.Verdict != Resources || r.At != "process" {
		t.Errorf("%+v", r)
	}
}
