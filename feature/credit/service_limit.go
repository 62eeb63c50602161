package credit

import (
	"context"
	"encoding/json"

	"erba/analysis/credit"
	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// The grants of those who agree to limits and releases.
const (
	writing = "credit:write"   // whoever keeps the file; of a release he is the first of two
	second  = "credit:approve" // another one
	high    = "credit:above"   // for much money
)

// limiting is the kind of proposal by which a limit changes.
var limiting = approval.Kind{Name: "credit.limit", Propose: writing, Days: 30, Reason: true, Bands: []approval.Band{{Approve: []string{second, high}}}}

// changed is what a proposal is about.
type changed struct {
	Limit kernel.ID `json:"limit"`
}

// Wanted is a limit that somebody wants, and what it was worked out for.
type Wanted struct {
	Limit
	Season   float64
	Forecast int64
}

// Propose asks for a limit. What goes beyond the method, or is much, takes a
// director as well.
func (s *Service) Propose(ctx context.Context, w Wanted) (Limit, error) {
	l := w.Limit
	l.ID, l.State, l.By, l.Made, l.Version = kernel.NewID(), Waiting, viewer(ctx), s.today(), 1
	if l.From.IsZero() {
		l.From = l.Made
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, l.Account); err != nil {
			return err
		}
		if err := l.Check(); err != nil {
			return err
		}
		p, err := s.proposal(tx, Asking{l.Account, s.today(), w.Season, w.Forecast})
		if err != nil {
			return err
		}
		if err := s.ask(tx, &l, p); err != nil {
			return err
		}
		if err := addLimits(tx, l); err != nil {
			return err
		}
		return audit.Changed(tx, "credit.proposed", "account", l.Account, nil, l)
	})
	return l, err
}

// ask sends a limit to those who have to agree.
func (s *Service) ask(tx *db.Tx, l *Limit, p Proposal) error {
	all, err := limitsOf(tx, l.Account)
	if err != nil {
		return err
	}
	own, group, _ := inForce(all, s.today())
	for _, one := range all {
		if one.State == Waiting && one.Kind == l.Kind {
			return kernel.Refused("credit.waits_already")
		}
	}
	switch l.Kind {
	case Own:
		l.Before, l.Decision = own, string(p.Outcome.Decision)
	case Group:
		l.Before = group
	}
	if l.Before != nil && *l.Before == l.Amount {
		return kernel.Invalid("credit.same_limit").In("amount")
	}
	raw, err := json.Marshal(p)
	if err != nil {
		return err
	}
	l.Basis = string(raw)
	made, err := s.draft(tx, *l, p, stands(*l, all))
	l.Approval = made.ID
	return err
}

// draft is the proposal in words.
func (s *Service) draft(tx *db.Tx, l Limit, p Proposal, most int64) (made approval.Proposal, err error) {
	cfg, err := s.config(tx)
	if err != nil {
		return made, err
	}
	names, err := s.Accounts.Names(tx, []kernel.ID{l.Account})
	if err != nil {
		return made, err
	}
	was := "—"
	if l.Before != nil {
		was = kernel.Money{Minor: *l.Before, Currency: p.Currency}.String()
	}
	return s.Approvals.Propose(tx, approval.Draft{Kind: limiting.Name, Object: "credit", Subject: l.ID, Account: l.Account, Payload: changed{l.ID},
		Amount: kernel.Money{Minor: l.Amount, Currency: p.Currency}, Steps: stepsOf(cfg, l, p.Outcome, most), Reason: l.Reason,
		Link: "/accounts/" + l.Account.String() + "?tab=ledger.money", Args: approval.Args{{Name: "account", Text: names[l.Account]}, {Name: "was", Text: was},
			{Name: "kind", Keys: []string{"credit.kind_" + l.Kind}}, {Name: "from", Text: l.From.String()}}})
}

// stepsOf are those who have to agree: one who did not propose it; a director, too,
// where so much could be owed that it is high, or where the limit is more than the
// method gives.
func stepsOf(cfg credit.Config, l Limit, o credit.Outcome, most int64) approval.Steps {
	beyond := l.Kind == Own && l.Amount > max(o.To, o.Current)
	if beyond || most > cfg.Band {
		return approval.Steps{second, high}
	}
	return approval.Steps{second}
}

// stands is what a limit allows. Of a temporary one that is all that is on top while
// it holds: many small ones are as much as a large one.
func stands(l Limit, all []Limit) int64 {
	most := l.Amount
	for _, o := range all {
		if l.Kind == Temporary && o.Kind == Temporary && o.State == Granted && o.Until.Compare(l.From) >= 0 && o.From.Compare(l.Until) <= 0 {
			most += o.Amount
		}
	}
	return most
}

// limitCourse is what becomes of a limit once somebody has decided.
func (s *Service) limitCourse() approval.Course[changed] {
	return approval.Course[changed]{
		Apply: func(tx *db.Tx, _ approval.Proposal, c changed) error { return s.becomes(tx, c, Granted) },
		Ended: func(tx *db.Tx, p approval.Proposal, c changed) error {
			return s.becomes(tx, c, ended(p.State))
		},
	}
}

// ended is the state of what was not agreed to.
func ended(state string) string {
	if becomes, known := map[string]string{approval.Withdrawn: Withdrawn, approval.Lapsed: Lapsed}[state]; known {
		return becomes
	}
	return Refused
}

// becomes writes what was decided about a limit. It never holds for days before.
func (s *Service) becomes(tx *db.Tx, c changed, state string) error {
	tx = identity.Whole(tx)
	l, err := findLimit(tx, c.Limit)
	if err != nil {
		return err
	}
	before := l
	if l.State = state; state == Granted && l.From.Compare(s.today()) < 0 {
		l.From = s.today()
	}
	if state == Granted && !l.Until.IsZero() && l.Until.Compare(l.From) < 0 {
		return kernel.Refused("credit.over_already")
	}
	if err := settleLimit(tx, l); err != nil {
		return err
	}
	return audit.Changed(tx, "credit."+state, "account", l.Account, before, l)
}
