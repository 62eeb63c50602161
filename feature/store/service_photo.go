package store

import (
	"context"
	"io"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/picture"
)

// Take adds a photo to a check, of one of its tools or of the shop.
func (s *Service) Take(ctx context.Context, check kernel.ID, tool string, r io.Reader) (Photo, error) {
	if _, err := s.Find(ctx, check); err != nil { // nobody makes us look at a picture for nothing
		return Photo{}, err
	}
	pic, err := picture.Read(r)
	if err != nil {
		return Photo{}, err
	}
	one := kept{kernel.NewID(), check, tool, int64(pic.Width), int64(pic.Height), pic.Small, pic.Body}
	return one.photo(), s.db.Write(ctx, func(tx *db.Tx) error {
		sheet, err := s.sheet(tx, check)
		switch {
		case err != nil:
			return err
		case len(sheet.Photos) >= mostPhotos:
			return kernel.Refused("store.many_photos", "most", mostPhotos)
		case tool != "" && !slices.ContainsFunc(sheet.Answers, func(a Answer) bool { return a.Tool == tool }):
			return kernel.Invalid("store.no_tool", "tool", tool)
		}
		if err := addPhoto(tx, one); err != nil {
			return err
		}
		return audit.Note(tx, "store.photographed", "account", sheet.Account, map[string]any{"shop": sheet.Shop, "tool": tool})
	})
}

// Whole is a photo.
type Whole struct {
	Photo
	Body []byte `json:"body" doc:"JPEG, at most 1600 × 1600"`
}

// Photo is one of a check with the whole picture.
func (s *Service) Photo(ctx context.Context, id kernel.ID) (w Whole, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		one, err := photo(tx, id)
		w = Whole{one.photo(), one.Body}
		return err
	})
	return w, err
}

// Forget takes a photo away.
func (s *Service) Forget(ctx context.Context, id kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		one, err := photo(tx, id)
		if err != nil {
			return err
		}
		check, err := find(tx, one.Check)
		if err != nil {
			return err
		}
		if err := dropPhoto(tx, id); err != nil {
			return err
		}
		return audit.Note(tx, "store.forgotten", "account", check.Account, map[string]any{"shop": check.Shop, "tool": one.Tool})
	})
}
