package bundle

import (
	"context"
	"iter"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// sharing is the kind of proposal by which the privacy officer lets an agreement pass.
var sharing = approval.Kind{Name: "bundle.sharing", Propose: "sharing:write", Bands: approval.By("sharing:approve"), Days: 30}

// asked is what a proposal is about.
type asked struct {
	Agreement kernel.ID `json:"agreement"`
}

// Sharings are all agreements, and the lists that were made.
func (s *Service) Sharings(ctx context.Context) (all Sharings, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if all.Agreements, err = agreements(tx); err != nil {
			return err
		}
		all.Lists, err = lists(tx)
		return err
	})
	return all, err
}

// Agree asks the privacy officer to let an agreement pass.
func (s *Service) Agree(ctx context.Context, a Agreement) (Agreement, error) {
	viewer, _ := identity.From(ctx)
	a.ID, a.State, a.By, a.Made, a.Version, a.Fields = kernel.NewID(), Waiting, viewer.ID, s.today(), 1, sorted(a.Fields)
	if err := a.check(); err != nil {
		return a, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		name, err := s.partner(tx, a.Partner)
		if err != nil {
			return err
		}
		p, err := s.approvals.Propose(tx, approval.Draft{Kind: sharing.Name, Object: "bundle", Subject: a.ID, Payload: asked{a.ID}, Reason: a.Purpose,
			Link: "/bundles/sharing", Args: approval.Args{{Name: "partner", Text: name}, {Name: "until", Text: a.Until.String()}}})
		if err != nil {
			return err
		}
		a.Approval = p.ID
		if err := db.Insert(tx, "sharing_agreements", a); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.asked", "bundle", a.ID, nil, a)
	})
	return a, err
}

// partner is the name of one that there is.
func (s *Service) partner(tx *db.Tx, id kernel.ID) (string, error) {
	all, err := partners(tx)
	for _, p := range all {
		if p.ID == id {
			return p.Name, nil
		}
	}
	if err != nil {
		return "", err
	}
	return "", kernel.Invalid("bundle.no_partner").In("partner")
}

// allowed and forbidden are what becomes of an agreement once somebody has decided.
func (s *Service) allowed(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.turn(identity.Whole(tx), a.Agreement, 0, "bundle.agreed", Agreed)
}

func (s *Service) forbidden(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.turn(identity.Whole(tx), a.Agreement, 0, "bundle.refused", Refused)
}

// End ends an agreement: no list is made under it any more.
func (s *Service) End(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error { return s.turn(tx, id, version, "bundle.ended", Ended) })
}

// turn puts an agreement into a state; version 0 is that which it has.
func (s *Service) turn(tx *db.Tx, id kernel.ID, version int64, did, becomes string) error {
	a, err := agreement(tx, id)
	if err != nil {
		return err
	}
	if from := map[string]string{Agreed: Waiting, Refused: Waiting, Ended: Agreed}[becomes]; a.State != from {
		return kernel.Refused("bundle.other_state")
	}
	before := a
	if a.State = becomes; version > 0 {
		a.Version = version
	}
	if err := setState(tx, a); err != nil {
		return err
	}
	return audit.Changed(tx, did, "bundle", id, before, a)
}

// Consents are those of an account.
func (s *Service) Consents(ctx context.Context, account kernel.ID) (all []Consent, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err = consentsOf(tx, account)
		return err
	})
	return all, err
}

// Consent writes down that an account agreed to a partner being told of it.
func (s *Service) Consent(ctx context.Context, c Consent) (Consent, error) {
	viewer, _ := identity.From(ctx)
	c.ID, c.By, c.Version = kernel.NewID(), viewer.ID, 1
	return c, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, c.Account); err != nil {
			return err
		}
		if err := c.check(s.today()); err != nil {
			return err
		}
		if _, err := s.partner(tx, c.Partner); err != nil {
			return err
		}
		if err := db.Insert(tx, "sharing_consents", c); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.consented", "account", c.Account, nil, c)
	})
}

// Withdraw ends a consent from today on.
func (s *Service) Withdraw(ctx context.Context, account, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		c, err := consent(tx, account, id)
		switch {
		case err != nil:
			return err
		case !c.Withdrawn.IsZero():
			return kernel.Refused("bundle.withdrawn_already")
		}
		before := c
		c.Withdrawn, c.Version = s.today(), version
		if err := withdraw(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.withdrew", "account", account, before, c)
	})
}

// Choice says of which customers a partner is to be told.
type Choice struct {
	Agreement kernel.ID
	Region    string
	Industry  string
}

// Share makes a list for a partner: of the customers in sight that were asked for,
// those that have agreed. Those that have not are left out, whoever asks.
func (s *Service) Share(ctx context.Context, c Choice) (l List, err error) {
	selected, err := s.chosen(ctx, account.Filter{Region: c.Region, Industry: c.Industry})
	if err != nil {
		return l, err
	}
	viewer, _ := identity.From(ctx)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		a, err := agreement(tx, c.Agreement)
		switch {
		case err != nil:
			return err
		case !a.runs(s.today()):
			return kernel.Refused("bundle.not_agreed")
		}
		agree, err := consenting(tx, a.Partner, s.today())
		if err != nil {
			return err
		}
		var shared []kernel.ID
		for _, r := range selected {
			if agree[r.ID] {
				shared = append(shared, r.ID)
			}
		}
		l = List{kernel.NewID(), a.ID, c.Region, c.Industry, int64(len(selected)), int64(len(shared)), viewer.ID, s.today(), time.Now().UnixMicro()}
		if err := addList(tx, l, shared); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.shared", "bundle", l.ID, nil, l)
	})
	return l, err
}

// chosen are the accounts in sight of a filter.
func (s *Service) chosen(ctx context.Context, f account.Filter) (rows []account.Row, err error) {
	err = s.accounts.Each(ctx, f, func(r account.Row) error {
		rows = append(rows, r)
		return nil
	})
	return rows, err
}

// Listed is a list as it leaves: the fields of its agreement, of those on it that
// still agree and are in sight.
func (s *Service) Listed(ctx context.Context, id kernel.ID) (columns []string, rows iter.Seq[[]any], err error) {
	var l List
	var a Agreement
	var on, agree map[kernel.ID]bool
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if l, err = list(tx, id); err != nil {
			return err
		}
		if a, err = agreement(tx, l.Agreement); err != nil {
			return err
		}
		if !a.runs(s.today()) {
			return kernel.Refused("bundle.not_agreed")
		}
		if on, err = listed(tx, id); err != nil {
			return err
		}
		agree, err = consenting(tx, a.Partner, s.today())
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	all, err := s.chosen(ctx, account.Filter{Region: l.Region, Industry: l.Industry})
	return a.Fields.columns(), func(yield func([]any) bool) {
		for _, r := range all {
			if on[r.ID] && agree[r.ID] && !yield(a.Fields.cells(r)) {
				return
			}
		}
	}, err
}

// cells are the fields of a company in the order of an agreement.
func (f FieldList) cells(r account.Row) []any {
	values := map[string]any{"code": r.Code, "name": r.Name, "region": r.Region, "city": r.City, "industry": r.Industry, "employees": nil}
	if r.Employees != nil {
		values["employees"] = *r.Employees
	}
	cells := make([]any, len(f))
	for i, field := range f {
		cells[i] = values[field]
	}
	return cells
}
