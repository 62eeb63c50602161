package point

import (
	"context"
	"strings"
	"time"

	"erba/analysis/point"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps points.
type Service struct {
	db          *db.DB
	accounts    *account.Service
	ledger      *ledger.Service
	methods     *method.Service
	evaluations *evaluation.Service
	today       func() kernel.Date
}

// NewService returns the service of points.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, l *ledger.Service, methods *method.Service, evaluations *evaluation.Service) *Service {
	account.Keep(events, enrolled)
	account.Keep(events, booked)
	return &Service{d, accounts, l, methods, evaluations, kernel.Today}
}

// At is the service as it would be on another day.
func (s *Service) At(day kernel.Date) *Service {
	then := *s
	then.today = func() kernel.Date { return day }
	return &then
}

// What goes with an account: its bookings, and its membership where there is none.
var (
	enrolled = account.Kept[kernel.ID]{Table: "point_members", Columns: "k.id", Reason: "point.was_member", Settle: first, Bring: bringMember}
	booked   = account.Kept[kernel.ID]{Table: "points", Columns: "k.id", Reason: "point.was_member", Bring: bringBooking}
)

func first(row kernel.ID, own []kernel.ID) (kernel.ID, bool) { return row, len(own) == 0 }

func bringMember(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE point_members SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("point_members.account_id"))
	return err
}

func bringBooking(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE points SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("points.account_id"))
	return err
}

// Sheet are the points of an account.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if sheet.Member, err = memberOf(tx, account); err != nil {
			return err
		}
		if sheet.Lines, err = linesOf(tx, account); err != nil {
			return err
		}
		all := make([]Booking, len(sheet.Lines))
		for i, l := range sheet.Lines {
			all[i] = l.Booking
		}
		sheet.Standing = standing(s.today(), all)
		sheet.May = s.accounts.Require(identity.As(tx, "point:write"), account) == nil
		sheet.Rate, err = s.rate(tx, account)
		return err
	})
	return sheet, err
}

// rate is what an account earns for every hundred yuan.
func (s *Service) rate(tx *db.Tx, account kernel.ID) (float64, error) {
	cfg, vips, err := s.rules(tx)
	if vips[account] {
		return cfg.Rate * cfg.VIP, err
	}
	return cfg.Rate, err
}

// rules are the setting, and who is a VIP.
func (s *Service) rules(tx *db.Tx) (cfg point.Config, vips map[kernel.ID]bool, err error) {
	if cfg, _, err = method.Setting[point.Config](s.methods, tx, Method); err != nil {
		return cfg, nil, err
	}
	held, err := s.evaluations.InForceAll(identity.Whole(tx), evaluation.VIP, "VIP")
	vips = map[kernel.ID]bool{}
	for id := range held {
		vips[id] = true
	}
	return cfg, vips, err
}

// Enrol has the purchases of an account earn points from the month of a day on; one
// that had left comes back with what it still has.
func (s *Service) Enrol(ctx context.Context, account kernel.ID) (m Member, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		was, err := memberOf(tx, account)
		switch {
		case err != nil:
			return err
		case was != nil && was.Ended.IsZero():
			return kernel.Refused("point.member_already")
		case was != nil:
			m = *was
			m.Since, m.Ended = s.today(), kernel.Date{}
			err = hold(tx, m)
			m.Version++
		default:
			m = Member{ID: kernel.NewID(), Account: account, Since: s.today(), By: viewer.ID, Version: 1}
			err = enter(tx, m)
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "point.enrolled", "account", account, was, m)
	})
	return m, err
}

// Leave ends what an account earns; what it has stays until it expires.
func (s *Service) Leave(ctx context.Context, account kernel.ID, version int64) (m Member, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := s.member(tx, account)
		if err != nil {
			return err
		}
		if !was.Ended.IsZero() {
			return kernel.Refused("point.left_already")
		}
		m = *was
		m.Ended, m.Version = s.today(), version
		if err := hold(tx, m); err != nil {
			return err
		}
		m.Version++
		return audit.Changed(tx, "point.left", "account", account, was, m)
	})
	return m, err
}

// member is the membership of an account that has one.
func (s *Service) member(tx *db.Tx, account kernel.ID) (*Member, error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return nil, err
	}
	m, err := memberOf(tx, account)
	if err == nil && m == nil {
		err = kernel.Refused("point.no_member")
	}
	return m, err
}

// Redeem uses points for something, at most those that there are.
func (s *Service) Redeem(ctx context.Context, u Use) (b Booking, err error) {
	if err := u.check(); err != nil {
		return b, err
	}
	err = s.booking(ctx, u.Account, "point.used", func(tx *db.Tx, all []Booking) (Booking, error) {
		if have := standing(s.today(), all).Balance; u.Points > have {
			return b, kernel.Refused("point.too_few", "have", have, "want", u.Points)
		}
		b = Booking{Kind: Used, Points: -u.Points, Reason: u.Reason}
		return b, nil
	}, &b)
	return b, err
}

// Reverse takes back a use that did not happen.
func (s *Service) Reverse(ctx context.Context, account, id kernel.ID, reason string) (b Booking, err error) {
	if reason = strings.TrimSpace(reason); len([]rune(reason)) < 2 {
		return b, kernel.Invalid("point.bad_reason", "max", longest).In("reason")
	}
	err = s.booking(ctx, account, "point.reversed", func(tx *db.Tx, all []Booking) (Booking, error) {
		was, err := find(tx, account, id)
		switch {
		case err != nil:
			return b, err
		case was.Kind != Used:
			return b, kernel.Refused("point.not_used")
		}
		for _, other := range all {
			if other.Reverses == id {
				return b, kernel.Refused("point.reversed_already")
			}
		}
		return Booking{Kind: Reversed, Points: -was.Points, Reason: reason, Reverses: id}, nil
	}, &b)
	return b, err
}

// booking makes one booking of an account while nobody else makes another.
func (s *Service) booking(ctx context.Context, account kernel.ID, did string, make func(*db.Tx, []Booking) (Booking, error), made *Booking) error {
	viewer, _ := identity.From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		m, err := s.member(tx, account)
		if err != nil {
			return err
		}
		if err := hold(tx, *m); err != nil {
			return err
		}
		all, err := bookingsOf(tx, account)
		if err != nil {
			return err
		}
		b, err := make(tx, all)
		if err != nil {
			return err
		}
		b.ID, b.Account, b.On, b.By, b.At = kernel.NewID(), account, s.today(), viewer.ID, time.Now().UnixMicro()
		if err := book(tx, b); err != nil {
			return err
		}
		*made = b
		return audit.Changed(tx, did, "account", account, nil, b)
	})
}
