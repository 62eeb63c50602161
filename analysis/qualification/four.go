package qualification

import "slices"

// Four is the key of the card of the four questions, and Quick that of the short
// way through it.
const (
	Four  = "four"
	Quick = "quick"
)

// The four steps.
const (
	Real    = "real"
	Compete = "compete"
	Win     = "win"
	Worth   = "worth"
)

// The twenty criteria, five for each step.
const (
	Need     = "need"
	Business = "business"
	Finance  = "finance"
	Funds    = "funds" // rules a deal out
	Urgency  = "urgency"

	Formal = "formal"
	Fit    = "fit"
	Effort = "effort"
	Bond   = "bond"
	Value  = "value"

	Inside   = "inside"
	Trust    = "trust"
	Culture  = "culture"
	Informal = "informal"
	Politics = "politics"

	Near      = "near"
	Later     = "later"
	Earning   = "earning"
	Danger    = "danger" // 5: little of it
	Strategic = "strategic"
)

var criteria = map[string][]string{
	Real:    {Need, Business, Finance, Funds, Urgency},
	Compete: {Formal, Fit, Effort, Bond, Value},
	Win:     {Inside, Trust, Culture, Informal, Politics},
	Worth:   {Near, Later, Earning, Danger, Strategic},
}

// Steps are the four in their order.
var Steps = []string{Real, Compete, Win, Worth}

// Criteria are the five of a step.
func Criteria(step string) []string { return slices.Clone(criteria[step]) }

// Four is the card of the four questions with the gates of a configuration.
func (c *Config) Four() Card {
	card := Card{Key: Four}
	for _, a := range []Area{
		{Key: Real, Gate: c.Real, Stop: Nurture},
		{Key: Compete, Gate: c.Compete, Stop: Resources},
		{Key: Win, Gate: c.Win, Low: c.Rethink, Stop: Rethink},
		{Key: Worth, Gate: c.Worth, Stop: Worthless},
	} {
		t := Topic{Weight: 100}
		for _, key := range criteria[a.Key] {
			t.Questions = append(t.Questions, Question{Key: key, Weight: 20, Knock: key == Funds})
		}
		a.Weight, a.Topics = 25, []Topic{t}
		card.Areas = append(card.Areas, a)
	}
	return card
}

// short are the questions of the quick way, and what to do where one is not good
// enough.
var short = []struct{ key, area, stop string }{
	{Funds, Real, Nurture}, {Fit, Compete, Resources}, {Near, Worth, Worthless}, {Earning, Worth, Worthless},
}

// Short are the questions of the quick way.
func Short() (keys []string) {
	for _, s := range short {
		keys = append(keys, s.key)
	}
	return keys
}

// Quick is the short way for small accounts: four questions, each of which has to
// be answered well enough.
func (c *Config) Quick(given Answers) Result {
	r := Result{Verdict: Follow}
	r.Overall = c.score(&Area{Topics: []Topic{{Weight: 100, Questions: equal(Short())}}}, given)
	for _, q := range short {
		if s := c.quick(q.key, q.area, q.stop, given); s != Follow {
			r.Verdict, r.At = s, q.area
			break
		}
	}
	return r
}

func (c *Config) quick(key, area, stop string, given Answers) string {
	answer, ok := given[key]
	switch {
	case !ok:
		return Incomplete
	case key == Funds && answer.Unknown:
		return Find
	case c.worth(answer) < c.Least:
		return stop
	}
	return Follow
}

func equal(keys []string) (all []Question) {
	for _, key := range keys {
		all = append(all, Question{Key: key, Weight: 1})
	}
	return all
}
