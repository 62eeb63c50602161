package evaluation

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// contesting is the grant of those who may hold something against a proposal.
const contesting = "evaluation:contest"

// List is a page of proposals about accounts in sight.
func (s *Service) List(ctx context.Context, w Which) (page Proposals, err error) {
	var rows []row
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if page.Tallies, err = tallies(tx); err != nil {
			return err
		}
		rows, err = list(tx, w)
		return err
	})
	if err == nil {
		page.Rows, err = s.shown(ctx, rows)
	}
	if n := len(rows); n > 0 && n == w.Limit {
		page.Next = rows[n-1].ID
	}
	return page, err
}

// Find is one proposal.
func (s *Service) Find(ctx context.Context, id kernel.ID) (Listed, error) {
	var rows []row
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		p, err := proposal(tx, id)
		if err == nil {
			rows, err = list(tx, Which{Account: p.Account, State: p.State, Model: p.Model, Limit: mostOf})
		}
		return err
	})
	if err != nil {
		return Listed{}, err
	}
	all, err := s.shown(ctx, rows)
	for _, l := range all {
		if l.ID == id {
			return l, err
		}
	}
	return Listed{}, orElse(err, kernel.Missing("db.missing"))
}

const mostOf = 200 // proposals about one class of one account

func orElse(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// shown adds to proposals why they are made, what follows, and what the viewer
// can do about them.
func (s *Service) shown(ctx context.Context, rows []row) ([]Listed, error) {
	var rules Rules
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		rules, err = s.rules(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	all := make([]Listed, len(rows))
	var waiting, theirs []kernel.ID
	for i, r := range rows {
		l := Listed{Proposal: r.Proposal, Code: r.Code, Name: r.Name, Owner: r.Owner, Effects: s.follows(&rules, r.Proposal)}
		if err := json.Unmarshal([]byte(r.Reason), &l.Why); err != nil {
			return nil, fmt.Errorf("evaluation: reason of %s: %w", r.ID, err)
		}
		if all[i] = l; r.State == Open {
			waiting, theirs = append(waiting, r.ID), append(theirs, r.Account)
		}
	}
	if len(waiting) == 0 {
		return all, nil
	}
	mine, err := s.approvals.Of(ctx, waiting)
	if err != nil {
		return nil, err
	}
	own, err := s.contestable(ctx, theirs)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if a, ok := mine[all[i].ID]; ok {
			all[i].Version, all[i].Decide = a.Version, a.May.Decide
		}
		all[i].Contest = all[i].State == Open && own[all[i].Account]
	}
	return all, nil
}

// contestable are those of some accounts that the viewer may speak for.
func (s *Service) contestable(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]bool, error) {
	viewer, ok := identity.From(ctx)
	if !ok || !viewer.May(contesting) {
		return nil, nil
	}
	found := map[kernel.ID]bool{}
	err := s.db.Read(identity.Under(ctx, contesting), func(tx *db.Tx) error {
		rows, err := inSight(tx, accounts)
		for _, id := range rows {
			found[id] = true
		}
		return err
	})
	return found, err
}

const longest = 1000 // characters of an objection

// Contest holds something against an open proposal, on behalf of the account's
// owner. The proposal stays open; who has seen it without has to look again.
func (s *Service) Contest(ctx context.Context, id kernel.ID, evidence string) (Listed, error) {
	evidence = strings.TrimSpace(evidence)
	if n := len([]rune(evidence)); n < shortest || n > longest {
		return Listed{}, kernel.Invalid("evaluation.bad_objection", "min", shortest, "max", longest)
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := proposal(tx, id)
		if err != nil {
			return err
		}
		if p.State != Open {
			return kernel.Refused("evaluation.not_open")
		}
		p.Objection, p.Objector, p.Objected = evidence, user(ctx), time.Now().UnixMicro()
		if err := object(tx, p); err != nil {
			return err
		}
		if err := s.approvals.Renew(tx, id); err != nil {
			return err
		}
		return audit.Note(tx, "evaluation.contested", "account", p.Account, map[string]any{"proposal": id, "objection": evidence})
	})
	if err != nil {
		return Listed{}, err
	}
	return s.Find(identity.Under(ctx, "evaluation:read"), id)
}
