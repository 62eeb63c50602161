package visit

import (
	"slices"
	"strings"

	"erba/kernel"
)

// Result is what came of one objective.
type Result struct {
	Objective kernel.ID       `json:"objective"`
	Actual    *kernel.Decimal `json:"actual" doc:"null: nothing to say"`
}

// Promise is what somebody promised at a visit.
type Promise struct {
	By      string      `json:"by"   enum:"us,customer"`
	Text    string      `json:"text" minLength:"2" maxLength:"300"`
	Due     kernel.Date `json:"due"`
	Contact kernel.ID   `json:"contact,omitzero" doc:"Who of them"`
	User    kernel.ID   `json:"user,omitzero"    doc:"Who of us"`
}

// Report is what somebody writes down after a visit.
type Report struct {
	On       kernel.Date `json:"on,omitempty" doc:"The day on which it took place; empty: that of the visit"`
	Result   string      `json:"result"  maxLength:"2000"`
	Results  []Result    `json:"results,omitempty" maxItems:"10"`
	Voice    string      `json:"voice,omitempty" maxLength:"1000" doc:"The customer's own words"`
	VoiceOf  kernel.ID   `json:"voice_of,omitzero"`
	Topics   []string    `json:"topics,omitempty" maxItems:"8" enum:"price,approval,delivery,service,quality,technology,competitor,payment"`
	Next     string      `json:"next,omitempty" maxLength:"300"`
	NextOn   kernel.Date `json:"next_on,omitempty"`
	Promises []Promise   `json:"promises,omitempty" maxItems:"20"`
	Rating   *int64      `json:"rating,omitempty" minimum:"1" maximum:"5" doc:"With verdict and replan it is evaluated at once"`
	Verdict  string      `json:"verdict,omitempty" maxLength:"1000"`
	Replan   *bool       `json:"replan,omitempty" doc:"Does the plan of the account have to change?"`
}

// Reported is what became of a report that was sent.
type Reported struct {
	State string  `json:"state" enum:"taken,repeated,conflict" doc:"conflict: somebody has changed the visit meanwhile, nothing was written"`
	Visit Sheet   `json:"visit" doc:"As it stands now; of a conflict, theirs"`
	Yours *Report `json:"yours" doc:"Of a conflict: what was sent"`
}

// The answers to a report.
const (
	Taken    = "taken"
	Repeated = "repeated"
	Conflict = "conflict"
)

// Verdict is how a visit is judged.
type Verdict struct {
	Rating *int64 `json:"rating" minimum:"1" maximum:"5"`
	Text   string `json:"text"   maxLength:"1000"`
	Replan *bool  `json:"replan" doc:"Does the plan of the account have to change? It must be answered"`
}

// execute puts a report into a visit: it took place.
func (v Visit) execute(r Report, today, judge kernel.Date) (Visit, error) {
	if !v.Ahead() {
		return v, kernel.Refused("visit.not_ahead", "state", v.key())
	}
	if r.On.IsZero() {
		r.On = v.Day
	}
	if short(r.Result) {
		return v, kernel.Refused("visit.no_result").In("result")
	}
	if r.On.Compare(today) > 0 {
		return v, kernel.Refused("visit.not_yet", "day", r.On).In("on")
	}
	v.State, v.Executed, v.JudgeBy = IsExecuted, r.On, judge
	v.Result, v.Voice, v.VoiceOf, v.Next, v.NextOn = r.Result, r.Voice, r.VoiceOf, r.Next, r.NextOn
	v.Topics = strings.Join(distinctWords(r.Topics), " ")
	return v.tidied(), v.heard()
}

// heard refuses words of somebody who was not there.
func (v Visit) heard() error {
	for _, topic := range strings.Fields(v.Topics) {
		if !slices.Contains(Topics, topic) {
			return kernel.Invalid("visit.bad_topic", "topic", topic).In("topics")
		}
	}
	if !v.VoiceOf.IsZero() && !slices.Contains(v.People, v.VoiceOf) {
		return kernel.Invalid("visit.not_there").In("voice_of")
	}
	if !v.NextOn.IsZero() && v.NextOn.Compare(v.Executed) < 0 {
		return kernel.Invalid("visit.next_before", "day", v.Executed).In("next_on")
	}
	return nil
}

func distinctWords(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return slices.Compact(all)
}

// judged is a visit that was evaluated.
func (v Visit) judged(j Verdict, today kernel.Date) (Visit, error) {
	switch {
	case v.State != IsExecuted:
		return v, kernel.Refused("visit.not_executed", "state", v.key())
	case j.Rating == nil || *j.Rating < 1 || *j.Rating > 5:
		return v, kernel.Invalid("visit.no_rating").In("rating")
	case j.Replan == nil:
		return v, kernel.Refused("visit.replan_unanswered").In("replan")
	case short(j.Text):
		return v, kernel.Invalid("visit.no_verdict").In("text")
	}
	v.State, v.Rating, v.Verdict, v.Replan, v.Judged = IsEvaluated, j.Rating, strings.TrimSpace(j.Text), j.Replan, today
	return v, nil
}

// key is the text key of a visit's state.
func (v Visit) key() string { return "visit.state_" + v.State }

// sound reports the first rule that a visit of a file breaks by what it says itself.
func (v Visit) sound(today kernel.Date) error {
	if v.State == IsCancelled && short(v.Reason) {
		return kernel.Invalid("visit.no_reason_cancelled")
	}
	if v.State == IsBooked && v.Start == nil {
		return kernel.Invalid("visit.no_time")
	}
	if !v.Held() {
		return nil
	}
	switch {
	case short(v.Result):
		return kernel.Invalid("visit.no_result")
	case v.Executed.IsZero() || v.Executed.Compare(today) > 0:
		return kernel.Invalid("visit.not_yet", "day", v.Executed)
	case v.Promised < 0:
		return kernel.Invalid("visit.bad_promise")
	case v.State == IsExecuted:
		return v.heard()
	case v.Rating == nil || *v.Rating < 1 || *v.Rating > 5:
		return kernel.Invalid("visit.no_rating")
	case v.Replan == nil:
		return kernel.Invalid("visit.replan_unanswered")
	}
	return v.heard()
}
