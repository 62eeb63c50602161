package portfolio

import (
	"context"
	"time"

	"erba/feature/approval"
	"erba/platform/audit"
	"erba/platform/db"
)

// nominating is the kind of proposal that an approved nomination was before.
var nominating = approval.Kind{Name: "portfolio.nomination", Propose: "portfolio:nominate",
	Bands: approval.By("portfolio:approve"), Days: 30, Undo: 7 * 24 * time.Hour, Reason: true}

// Nominate proposes an account; it counts once somebody else has approved it.
func (s *Service) Nominate(ctx context.Context, n Nomination) (Nomination, error) {
	n.Proposer, n.Proposed = author(ctx)
	if n.Expires.IsZero() {
		n.Expires = today().Add(stands)
	}
	if err := n.Check(today()); err != nil {
		return n, err
	}
	account, err := s.accounts.Find(ctx, n.Account)
	if err != nil {
		return n, err
	}
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := s.approvals.Propose(tx, approval.Draft{Kind: nominating.Name, Object: "account", Account: n.Account,
			Payload: n, Reason: n.Reason, Link: "/accounts/" + n.Account.String(),
			Args: approval.Args{{Name: "account", Text: account.Name}, {Name: "kind", Keys: []string{"portfolio.nominated_" + n.Kind}}, {Name: "until", Text: n.Expires.String()}}})
		n.ID, n.Version = p.ID, p.Version
		return err
	})
}

// nominated lets a nomination count.
func (s *Service) nominated(tx *db.Tx, p approval.Proposal, n Nomination) error {
	n.ID, n.Version = p.ID, 1
	n.Approver, n.Approved = author(tx.Context())
	if err := addNomination(tx, n); err != nil {
		return err
	}
	if err := s.touched(tx); err != nil {
		return err
	}
	return audit.Changed(tx, "portfolio.nominated", "nomination", n.ID, nil, n)
}

// unnominated takes it back.
func (s *Service) unnominated(tx *db.Tx, p approval.Proposal, n Nomination) error {
	n.ID = p.ID
	if err := dropNomination(tx, n.ID); err != nil {
		return err
	}
	if err := s.touched(tx); err != nil {
		return err
	}
	return audit.Changed(tx, "portfolio.unnominated", "nomination", n.ID, n, nil)
}

// touched notes a change of judgements that is part of another transaction.
func (s *Service) touched(tx *db.Tx) error {
	s.expect()
	return touch(tx)
}
