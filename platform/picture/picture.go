// Package picture decides what becomes of a photo that somebody sends: it is one by
// its content, it is made small, and of the place, the time and the device that its
// file may tell nothing is left.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"io"
	"sync"

	"github.com/disintegration/imaging"

	"erba/kernel"
)

const (
	// Largest is how long the file of a photo may be.
	Largest = 12 << 20
	pixels  = 50_000_000 // of a photo before it is made small: a few bytes can claim any number
	wide    = 1600
	small   = 240
	quality = 82
)

// desk is where one photo lies at a time: unpacked it takes hundreds of megabytes,
// and whoever sends ten of them at once would have the memory of all.
var desk sync.Mutex

// Picture is a photo as it is kept: JPEG, upright, without anything beside the picture.
type Picture struct {
	Width, Height int
	Body          []byte
	Small         []byte // the same, for lists
}

// Read takes a JPEG or PNG; its name and what its sender says it is count for nothing.
func Read(r io.Reader) (Picture, error) {
	raw, err := io.ReadAll(io.LimitReader(r, Largest+1))
	if err != nil {
		return Picture{}, err
	}
	if len(raw) > Largest {
		return Picture{}, kernel.Invalid("picture.too_long", "mb", Largest>>20)
	}
	head, kind, err := image.DecodeConfig(bytes.NewReader(raw))
	switch {
	case err != nil || kind != "jpeg" && kind != "png":
		return Picture{}, kernel.Invalid("picture.none")
	case head.Width*head.Height > pixels || head.Width < 1 || head.Height < 1:
		return Picture{}, kernel.Invalid("picture.too_large", "mp", pixels/1_000_000)
	}
	desk.Lock()
	defer desk.Unlock()
	img, err := imaging.Decode(bytes.NewReader(raw), imaging.AutoOrientation(true)) // upright, for the note of how it was held goes as well
	if err != nil {
		return Picture{}, kernel.Invalid("picture.none")
	}
	return shrunk(img)
}

func shrunk(img image.Image) (p Picture, err error) {
	large := imaging.Fit(img, wide, wide, imaging.Lanczos)
	large = imaging.OverlayCenter(imaging.New(large.Bounds().Dx(), large.Bounds().Dy(), color.White), large, 1) // JPEG knows nothing to see through
	p.Width, p.Height = large.Bounds().Dx(), large.Bounds().Dy()
	var body, thumb bytes.Buffer
	err = errors.Join(imaging.Encode(&body, large, imaging.JPEG, imaging.JPEGQuality(quality)),
		imaging.Encode(&thumb, imaging.Fit(large, small, small, imaging.Lanczos), imaging.JPEG, imaging.JPEGQuality(quality)))
	p.Body, p.Small = body.Bytes(), thumb.Bytes()
	return p, err
}
