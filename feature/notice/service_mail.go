package notice

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/mail"
)

const (
	keeps    = 180 * 24 * time.Hour // what somebody was told
	attempts = 5                    // to hand a letter in
)

// mail sends somebody what is due in one letter. What he may not see any more by
// now stays unsaid; nor does a letter follow somebody who has left.
func (s *Service) mail(ctx context.Context, user kernel.ID) error {
	u, err := s.users.User(ctx, user)
	if err != nil || !u.Active {
		return err
	}
	viewer, err := s.users.Viewer(ctx, user)
	if err != nil {
		return err
	}
	now := s.Now().UnixMicro()
	var wish Wish
	var rows []seen
	err = s.db.Read(identity.Under(identity.With(ctx, viewer), "account:read"), func(tx *db.Tx) error {
		if wish, err = wishOf(tx, user); err != nil {
			return err
		}
		rows, err = waiting(tx, user, now, s.sight(tx))
		return err
	})
	if err != nil || len(rows) == 0 || !wish.Confirmed {
		return err
	}
	reader := identity.With(ctx, viewer)
	for _, some := range s.bundled(rows) {
		if err := s.deliver(ctx, reader, some, reading{user, wish.Mail, u.Language}); err != nil {
			return err
		}
	}
	if len(rows) == most { // there may be more
		return s.mail(ctx, user)
	}
	return s.db.Write(ctx, func(tx *db.Tx) error { return settle(tx, user, now, now, nil) }) // what he sees no more
}

// reading is who a letter is for.
type reading struct {
	user           kernel.ID
	mail, language string
}

// bundled are the letters that notices make: all in one, but those with an event each alone.
func (s *Service) bundled(rows []seen) (all [][]seen) {
	var plain []seen
	for _, row := range rows {
		if k, err := s.kind(row.Kind); err == nil && k.Enclose != nil {
			all = append(all, []seen{row})
		} else {
			plain = append(plain, row)
		}
	}
	if len(plain) > 0 {
		all = append(all, plain)
	}
	return all
}

// deliver hands one letter in and notes what became of it.
func (s *Service) deliver(ctx, reader context.Context, rows []seen, to reading) error {
	l := s.letter(rows, to.mail, to.language)
	var sent error
	if k, err := s.kind(rows[0].Kind); err == nil && k.Enclose != nil {
		l.Event, l.Method, sent = k.Enclose(reader, rows[0].Notice, to.mail)
	}
	if sent == nil {
		sent = s.post.Send(ctx, l)
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if sent == nil {
			return settle(tx, to.user, s.Now().UnixMicro(), s.Now().UnixMicro(), idsOf(rows))
		}
		slog.WarnContext(ctx, "letter not sent", "user", to.user, "error", sent)
		return s.again(tx, to.user, rows, sent)
	})
}

func idsOf(rows []seen) (ids []kernel.ID) {
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids
}

// again tries later and later, until it is no use.
func (s *Service) again(tx *db.Tx, user kernel.ID, rows []seen, why error) error {
	ids, tries := idsOf(rows), 0
	for _, row := range rows {
		tries = max(tries, row.Tries+1)
	}
	if mail.Final(why) || tries >= attempts {
		return postpone(tx, 0, ids)
	}
	due := s.Now().Add(5 * time.Minute << (2 * tries)).UnixMicro()
	if err := s.jobs.AddAt(tx, mailing, addressee{user}, due); err != nil {
		return err
	}
	return postpone(tx, due, ids)
}

// letter says everything that is due, each with its link.
func (s *Service) letter(rows []seen, to, language string) mail.Letter {
	subject := s.says(rows[0], language)
	if len(rows) > 1 {
		subject = s.words.Say(language, "notice.subject", map[string]any{"count": len(rows), "first": subject})
	}
	var text strings.Builder
	for _, row := range rows {
		text.WriteString(s.says(row, language) + "\n")
		if s.words.Home != "" {
			text.WriteString(s.words.Home + row.Path + "\n")
		}
		text.WriteString("\n")
	}
	text.WriteString(s.words.Say(language, "notice.foot", nil) + "\n")
	return mail.Letter{ID: "notice-" + rows[0].ID.String() + "-" + rows[len(rows)-1].ID.String(), To: to, Subject: subject, Text: text.String()}
}

// Tidy forgets what was told long ago, and says how much that was.
func (s *Service) Tidy(ctx context.Context) (n int64, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		n, err = tidy(tx, s.Now().Add(-keeps).UnixMicro())
		return err
	})
	return n, err
}

// Sender is under whose name and address letters leave; both are empty where none do.
func (s *Service) Sender() (name, address string) { return s.post.Sender() }
