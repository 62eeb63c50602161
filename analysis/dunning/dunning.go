// Package dunning decides how late money is asked for: which step a claim has
// reached by its days, which promises of payment were kept, and on which day the
// rest is likely to come (method M77).
package dunning

import (
	"slices"
	"strings"

	"erba/kernel"
)

// What is done on a step.
const (
	Remind = "remind" // a friendly mail
	Call   = "call"
	Letter = "letter"
	Stop   = "stop"  // no more is delivered on credit
	Legal  = "legal" // a lawyer asks
)

// Step is one way of asking for a claim, from so many days after it was due.
type Step struct {
	Does    string `json:"does"    enum:"remind,call,letter,stop,legal"`
	Days    int    `json:"days"    unit:"days" minimum:"-60" maximum:"720" doc:"After the due date; below 0: before it"`
	TitleZh string `json:"title_zh" maxLength:"200"`
	TextZh  string `json:"text_zh"  maxLength:"2000" doc:"[account], [total], [late], [days], [today], [documents] and [company] are filled in"`
	TitleEn string `json:"title_en" maxLength:"200"`
	TextEn  string `json:"text_en"  maxLength:"2000"`
}

// Config is how a company asks for its money.
type Config struct {
	Steps    []Step `json:"steps"`
	Disputed bool   `json:"disputed" doc:"What is disputed is asked for as well"`
	Wait     int    `json:"wait"     unit:"days" minimum:"0" maximum:"30"  doc:"Days after a promised day before the promise counts as broken"`
	Keep     int    `json:"keep"     unit:"months" minimum:"1" maximum:"60" doc:"Months over which promises are counted"`
}

// Default are the steps of specification M77.
func Default() Config {
	return Config{Wait: 1, Keep: 12, Steps: []Step{
		{Remind, -5, "[account]：货款即将到期", friendlyZh, "[account]: payment falls due", friendlyEn},
		{Call, 1, "[account]：货款已到期", lateZh, "[account]: payment is due", lateEn},
		{Letter, 15, "催款函：[account]", letterZh, "Demand for payment: [account]", letterEn},
		{Stop, 30, "暂停发货通知：[account]", stopZh, "Delivery stopped: [account]", stopEn},
		{Legal, 90, "律师函前最后通知：[account]", legalZh, "Last notice before legal action: [account]", legalEn},
	}}
}

// Check refuses steps that do not follow each other.
func (c Config) Check() error {
	if len(c.Steps) == 0 || len(c.Steps) > 12 {
		return kernel.Invalid("dunning.bad_steps").In("steps")
	}
	for i, s := range c.Steps {
		switch {
		case s.Days < -60 || s.Days > 720 || i > 0 && s.Days <= c.Steps[i-1].Days:
			return kernel.Invalid("dunning.bad_days").In("steps")
		case s.Does != Remind && s.Does != Call && s.Does != Letter && s.Does != Stop && s.Does != Legal:
			return kernel.Invalid("dunning.bad_step").In("steps")
		case strings.TrimSpace(s.TitleZh) == "" || strings.TrimSpace(s.TextZh) == "" || strings.TrimSpace(s.TitleEn) == "" || strings.TrimSpace(s.TextEn) == "":
			return kernel.Invalid("dunning.bad_text").In("steps")
		}
	}
	if c.Wait < 0 || c.Wait > 30 {
		return kernel.Invalid("dunning.bad_wait").In("wait")
	}
	if c.Keep < 1 || c.Keep > 60 {
		return kernel.Invalid("dunning.bad_keep").In("keep")
	}
	return nil
}

// Reached is the last step that a claim has reached so many days after its due
// date; −1: none yet.
func (c Config) Reached(days int) int {
	at := -1
	for i, s := range c.Steps {
		if days >= s.Days {
			at = i
		}
	}
	return at
}

// Day is after how many days a step is taken that was agreed with a customer.
type Day struct {
	Does string `json:"does" enum:"remind,call,letter,stop,legal"`
	Days int    `json:"days" minimum:"-60" maximum:"720" doc:"After the due date; below 0: before it"`
}

// Agreed are the steps on other days; one of which nothing was agreed is not taken.
// The letters stay those of the company.
func (c Config) Agreed(days []Day) Config {
	steps := make([]Step, 0, len(days))
	for _, d := range days {
		if at := slices.IndexFunc(c.Steps, func(s Step) bool { return s.Does == d.Does }); at >= 0 {
			step := c.Steps[at]
			step.Days = d.Days
			steps = append(steps, step)
		}
	}
	c.Steps = steps
	return c
}

// After is after how many days the first step of a kind is reached; false: there is none.
func (c Config) After(does string) (days int, ok bool) {
	for _, s := range c.Steps {
		if s.Does == does {
			return s.Days, true
		}
	}
	return 0, false
}

// Fill writes a text out: every [name] by what it stands for.
func Fill(text string, values map[string]string) string {
	pairs := make([]string, 0, 2*len(values))
	for name, value := range values {
		pairs = append(pairs, "["+name+"]", value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
