package evaluation

import (
	"cmp"
	"context"

	"erba/feature/approval"
	"erba/kernel"
)

// Whole is a list of open proposals that somebody decides about at once, as he
// has narrowed it, up to the newest one that he has seen.
type Whole struct {
	Which
	Approve bool
	Reason  string
}

// Decided is what became of a part of a list.
type Decided struct {
	Done   int       `json:"done"`
	Others int       `json:"others" doc:"Somebody else has to decide about"`
	Left   []Left    `json:"left"   doc:"Those not decided about, and why"`
	Next   kernel.ID `json:"next,omitzero" doc:"There is more of the list: from here on"`
}

// Left is a proposal that was not decided about with the others.
type Left struct {
	ID      kernel.ID     `json:"id"`
	Account kernel.ID     `json:"account"`
	Name    string        `json:"name"`
	Key     string        `json:"key"    doc:"Why not: the text key"`
	Detail  string        `json:"detail" doc:"Why not: the sentence"`
	Fault   *kernel.Fault `json:"-"`
}

// atOnce is how much of a list one request decides about.
const atOnce = 100

// DecideAll decides about the next part of a list, each proposal by itself. What
// somebody holds something against is left for a look of its own: nobody decides
// over an objection that he has not read.
func (s *Service) DecideAll(ctx context.Context, w Whole) (d Decided, err error) {
	d.Left = []Left{}
	w.State, w.Limit = Open, cmp.Or(w.Limit, atOnce)
	page, err := s.List(ctx, w.Which)
	if err != nil {
		return d, err
	}
	d.Next = page.Next
	var verdicts []approval.Verdict
	named := map[kernel.ID]Listed{}
	for _, p := range page.Rows {
		switch {
		case !p.Decide:
			d.Others++
		case p.Objected > 0:
			d.Left = append(d.Left, left(p, kernel.Refused("evaluation.look_alone")))
		default:
			named[p.ID] = p
			verdicts = append(verdicts, approval.Verdict{ID: p.ID, Version: p.Version, Approve: w.Approve, Reason: w.Reason})
		}
	}
	outcomes, err := s.approvals.DecideAll(ctx, verdicts)
	for _, o := range outcomes {
		if o.Fault == nil {
			d.Done++
			continue
		}
		d.Left = append(d.Left, left(named[o.ID], o.Fault))
	}
	return d, err
}

func left(p Listed, why *kernel.Fault) Left {
	return Left{ID: p.ID, Account: p.Account, Name: p.Name, Key: why.Key, Fault: why}
}
