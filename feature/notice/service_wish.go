package notice

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"math/big"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/mail"
)

const (
	codeHolds = 15 * time.Minute
	codePause = time.Minute // between two letters with codes
	codeWrong = 5           // guesses
)

// Wishes are how the viewer wants to be told.
func (s *Service) Wishes(ctx context.Context) (w Wishes, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if w.Wish, err = wishOf(tx, viewer.ID); err != nil {
			return err
		}
		chosen, err := waysOf(tx, viewer.ID)
		for _, k := range s.kinds {
			way, ok := chosen[k.Key]
			if !ok {
				way = k.way()
			}
			w.Kinds = append(w.Kinds, Choice{k.Key, k.Name, way})
		}
		return err
	})
	w.Posted = s.post.Ready()
	return w, err
}

// Set replaces them, his address excepted.
func (s *Service) Set(ctx context.Context, w Wish, all []Way) (Wishes, error) {
	viewer, _ := identity.From(ctx)
	if err := w.Check(); err != nil {
		return Wishes{}, err
	}
	for i := range all {
		all[i].User = viewer.ID
		if _, err := s.kind(all[i].Kind); err != nil || !knownWay(all[i].Way) {
			return Wishes{}, kernel.Invalid("notice.bad_kind").In("kinds")
		}
	}
	err := s.write(ctx, w.Version, func(tx *db.Tx, old *Wish) error {
		w.User, w.Mail, w.Confirmed, w.Code, w.CodeAt, w.Wrong = old.User, old.Mail, old.Confirmed, old.Code, old.CodeAt, old.Wrong
		if err := audit.Changed(tx, "notice.wished", "user", viewer.ID, *old, w); err != nil {
			return err
		}
		*old = w
		return choose(tx, viewer.ID, all)
	})
	if err != nil {
		return Wishes{}, err
	}
	return s.Wishes(ctx)
}

// write changes the viewer's own wish; version below 0: whichever there is.
func (s *Service) write(ctx context.Context, version int64, change func(tx *db.Tx, w *Wish) error) error {
	viewer, _ := identity.From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		w, err := wishOf(tx, viewer.ID)
		if err != nil {
			return err
		}
		had := w.Version
		if version >= 0 && version != had {
			return kernel.Stale("db.stale")
		}
		if err := change(tx, &w); err != nil {
			return err
		}
		if w.Version = had; had == 0 {
			w.Version = 1
			return addWish(tx, w)
		}
		return replaceWish(tx, w)
	})
}

// Move sets another address, to which a code goes; "" takes the address away.
func (s *Service) Move(ctx context.Context, to string) error {
	viewer, _ := identity.From(ctx)
	if to != "" && !address(to) {
		return kernel.Invalid("notice.bad_mail").In("mail")
	}
	if to != "" && !s.post.Ready() {
		return kernel.Refused("notice.no_post")
	}
	code, err := fresh()
	if err != nil {
		return err
	}
	err = s.write(ctx, -1, func(tx *db.Tx, w *Wish) error {
		now := s.Now()
		if to != "" && now.Sub(time.UnixMicro(w.CodeAt)) < codePause {
			return kernel.Refused("notice.too_soon")
		}
		w.Mail, w.Confirmed, w.Code, w.CodeAt, w.Wrong = to, false, sealed(viewer.ID, code), now.UnixMicro(), 0
		return audit.Note(tx, "notice.moved", "user", viewer.ID, nil)
	})
	if err != nil || to == "" {
		return err
	}
	say := func(key string) string { return s.words.Say(viewer.Language, key, map[string]any{"code": code}) }
	return s.post.Send(ctx, mail.Letter{ID: "code-" + kernel.NewID().String(), To: to, Subject: say("notice.code_subject"), Text: say("notice.code_text")})
}

// Confirm takes the code that came to the new address.
func (s *Service) Confirm(ctx context.Context, code string) error {
	viewer, _ := identity.From(ctx)
	right := false
	err := s.write(ctx, -1, func(tx *db.Tx, w *Wish) error {
		if w.Code == "" || w.Wrong >= codeWrong || s.Now().Sub(time.UnixMicro(w.CodeAt)) > codeHolds {
			return kernel.Refused("notice.code_over")
		}
		right = subtle.ConstantTimeCompare([]byte(sealed(viewer.ID, code)), []byte(w.Code)) == 1
		if !right {
			w.Wrong++ // kept, or it could be guessed for ever
			return nil
		}
		w.Confirmed, w.Code = true, ""
		return audit.Note(tx, "notice.confirmed", "user", viewer.ID, nil)
	})
	if err == nil && !right {
		return kernel.Invalid("notice.wrong_code").In("code")
	}
	return err
}

func fresh() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	return fmt.Sprintf("%06d", n), err
}

func sealed(user kernel.ID, code string) string {
	sum := sha256.Sum256([]byte(user.String() + "/" + code))
	return hex.EncodeToString(sum[:])
}
