package portfolio

import (
	"context"
	"strings"
	"time"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// The kinds of proposal that an approved nomination was before, one for each
// kind of nomination: only one of each can be open about an account.
var nominating, vip = nomination("portfolio.nomination"), nomination("portfolio.vip")

func nomination(name string) approval.Kind {
	return approval.Kind{Name: name, Propose: "portfolio:nominate",
		Bands: approval.By("portfolio:approve"), Days: 30, Undo: 7 * 24 * time.Hour, Reason: true, Evidence: true}
}

// proposalOf is the kind of proposal that makes a kind of nomination.
func proposalOf(kind string) string {
	if kind == VIP {
		return vip.Name
	}
	return nominating.Name
}

// Nominations are what stands about an account, and what is or was proposed.
type Nominations struct {
	Today    kernel.Date    `json:"today"`
	Approved []Nomination   `json:"approved" doc:"Also those that have expired, the latest first"`
	Proposed []approval.Row `json:"proposed" doc:"As far as the viewer may see them, the latest first"`
}

// Nominations returns them.
func (s *Service) Nominations(ctx context.Context, account kernel.ID) (n Nominations, err error) {
	n.Today = kernel.Today()
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if n.Approved, err = nominationsOf(tx, account); err != nil {
			return err
		}
		n.Proposed, err = s.approvals.About(tx, account, nominating.Name, vip.Name)
		return err
	})
	return n, err
}

// Nominate proposes an account; it counts once somebody else has approved it.
func (s *Service) Nominate(ctx context.Context, n Nomination) (Nomination, error) {
	n.Proposer, n.Proposed = author(ctx)
	n.Reason, n.Evidence = strings.TrimSpace(n.Reason), strings.TrimSpace(n.Evidence)
	if n.Expires.IsZero() {
		n.Expires = kernel.Today().Add(stands)
	}
	if err := n.Check(kernel.Today()); err != nil {
		return n, err
	}
	account, err := s.accounts.Find(ctx, n.Account)
	if err != nil {
		return n, err
	}
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		kind := proposalOf(n.Kind)
		if err := s.unlessPending(tx, kind, n.Account); err != nil {
			return err
		}
		p, err := s.approvals.Propose(tx, approval.Draft{Kind: kind, Object: "account", Subject: n.Account, Account: n.Account,
			Payload: n, Reason: n.Reason, Evidence: n.Evidence, Link: "/accounts/" + n.Account.String(),
			Args: approval.Args{{Name: "account", Text: account.Name}, {Name: "kind", Keys: []string{"portfolio.nominated_" + n.Kind}}, {Name: "until", Text: n.Expires.String()}}})
		n.ID, n.Version = p.ID, p.Version
		return err
	})
}

// unlessPending refuses a second proposal of a kind about an account.
func (s *Service) unlessPending(tx *db.Tx, kind string, account kernel.ID) error {
	open, err := s.approvals.Pending(tx, kind, account)
	if p, is := open[account]; err == nil && is {
		return kernel.Refused("portfolio.proposed_already", "on", kernel.DayOf(time.UnixMicro(p.At)))
	}
	return err
}

// nominated lets a nomination count, for what its account has become meanwhile.
func (s *Service) nominated(tx *db.Tx, p approval.Proposal, n Nomination) error {
	n.ID, n.Account, n.Version = p.ID, p.Account, 1
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
	n.ID, n.Account = p.ID, p.Account
	if err := dropNomination(tx, n.ID); err != nil {
		return err
	}
	if err := s.touched(tx); err != nil {
		return err
	}
	return audit.Changed(tx, "portfolio.unnominated", "nomination", n.ID, n, nil)
}

// EndNomination lets a nomination end today, before its time.
func (s *Service) EndNomination(ctx context.Context, id kernel.ID, version int64) (Nomination, error) {
	var n Nomination
	err := s.write(ctx, func(tx *db.Tx) error {
		old, err := findNomination(tx, id)
		if err != nil {
			return err
		}
		if n = old; !n.Holds(kernel.Today()) {
			return kernel.Refused("portfolio.nomination_over")
		}
		n.Expires, n.Version = kernel.Today(), version
		if err := endNomination(tx, n); err != nil {
			return err
		}
		n.Version++
		return audit.Changed(tx, "portfolio.nomination_ended", "nomination", n.ID, old, n)
	})
	return n, err
}

// touched notes a change of judgements that is part of another transaction.
func (s *Service) touched(tx *db.Tx) error {
	s.Expect()
	return touch(tx)
}
