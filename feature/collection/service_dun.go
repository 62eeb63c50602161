package collection

import (
	"context"
	"log/slog"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/mail"
)

const attempts = 5 // to hand a letter in

// Draft is a letter to an account as it would be written today.
func (s *Service) Draft(ctx context.Context, account kernel.ID, does, language string) (d Draft, err error) {
	say := func(key string, args map[string]any) string { return s.say(language, key, args) }
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		d, err = s.draft(tx, account, does, language, say)
		return err
	})
	return d, err
}

func (s *Service) draft(tx *db.Tx, account kernel.ID, does, language string, say words) (d Draft, err error) {
	ways, err := s.ways(tx, account)
	if err != nil {
		return d, err
	}
	st, err := s.stand(tx, account)
	if err != nil {
		return d, err
	}
	names, err := s.Accounts.Names(tx, []kernel.ID{account})
	if err != nil {
		return d, err
	}
	currency, err := s.Ledger.Currency(tx)
	if err != nil {
		return d, err
	}
	company, err := s.company(tx)
	if err != nil {
		return d, err
	}
	for _, step := range ways.usual.Steps {
		if step.Does == does {
			d = written(step, language, st.debts, ways, map[string]string{"account": names[account], "company": company}, currency, s.today(), say)
			d.To, err = s.address(tx, account)
			return d, err
		}
	}
	return d, kernel.Invalid("collection.no_step").In("does")
}

// company is under whose name letters leave.
func (s *Service) company(tx *db.Tx) (string, error) {
	name, err := s.Receivables.Company(tx)
	if name == "" {
		name, _ = s.post.Sender()
	}
	return name, err
}

// address is where the last letter to an account went.
func (s *Service) address(tx *db.Tx, account kernel.ID) (string, error) {
	log, err := dunnings(tx, account)
	for _, l := range log {
		if l.Channel == ByMail && l.State != Failed {
			return l.To, nil
		}
	}
	return "", err
}

// Dun writes down that an account was asked for money; a mail is handed in.
func (s *Service) Dun(ctx context.Context, d Dunning) (Dunning, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		d.ID, d.By, d.Made, d.State, d.Version = kernel.NewID(), me(tx), s.today(), Done, 1
		if err := s.stepped(tx, &d); err != nil {
			return err
		}
		if err := d.Check(); err != nil {
			return err
		}
		if d.Channel == ByMail {
			if !s.post.Ready() {
				return kernel.Refused("collection.no_post").In("channel")
			}
			d.State = Queued
			if _, err := s.jobs.Add(tx, mailing, letter{d.ID}); err != nil {
				return err
			}
		}
		if err := addDunning(tx, d); err != nil {
			return err
		}
		return audit.Note(tx, "collection.asked", "account", d.Account, asking{d.Does, d.Channel, d.Number, d.Amount})
	})
	return d, err
}

// asking is what the audit keeps of a dunning: neither its text nor to whom it went.
type asking struct {
	Does    string `json:"does"`
	Channel string `json:"channel"`
	Number  string `json:"number"`
	Amount  int64  `json:"amount"`
}

// stepped fills in about which claim an account is asked, and refuses to ask for nothing.
func (s *Service) stepped(tx *db.Tx, d *Dunning) error {
	ways, err := s.ways(tx, d.Account)
	if err != nil {
		return err
	}
	st, err := s.stand(tx, d.Account)
	if err != nil {
		return err
	}
	for _, step := range ways.usual.Steps {
		if step.Does != d.Does {
			continue
		}
		w := written(step, d.Language, st.debts, ways, map[string]string{}, "", s.today(), func(string, map[string]any) string { return "" })
		if w.Count == 0 {
			return kernel.Refused("collection.nothing_to_ask")
		}
		d.Number, d.Amount = w.Number, w.Amount
		return nil
	}
	return kernel.Invalid("collection.no_step").In("does")
}

// send hands a letter in and notes what became of it; one that the server did not
// take for now goes again later.
func (s *Service) send(ctx context.Context, id kernel.ID) error {
	system := identity.System()
	var d Dunning
	err := s.db.Read(db.WithViewer(ctx, system), func(tx *db.Tx) (err error) {
		d, err = findDunning(tx, id)
		return err
	})
	if err != nil || d.State != Queued {
		return err
	}
	failure := s.post.Send(ctx, mail.Letter{ID: "dunning-" + d.ID.String(), To: d.To, Subject: d.Title, Text: d.Body})
	return s.db.Write(db.WithViewer(ctx, system), func(tx *db.Tx) error {
		d.Tries++
		switch {
		case failure == nil:
			d.State, d.Fault, d.SentAt = Sent, "", new(s.now().UnixMicro())
		case mail.Final(failure) || d.Tries >= attempts:
			d.State, d.Fault = Failed, cut(failure.Error(), 300)
		default:
			d.Fault = cut(failure.Error(), 300)
			later := s.now().Add(5 * time.Minute << (2 * d.Tries)).UnixMicro()
			if err := s.jobs.AddAt(tx, mailing, letter{d.ID}, later); err != nil {
				return err
			}
		}
		if failure != nil {
			slog.WarnContext(ctx, "letter not sent", "dunning", d.ID, "error", failure)
		}
		return noted(tx, d)
	})
}
