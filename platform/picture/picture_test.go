package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"erba/kernel"
)

// halves is a picture whose left half is black and whose right half is white.
func halves(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			img.Set(x, y, color.Gray{Y: uint8(255 * (2 * x / w))})
		}
	}
	return img
}

// held is a JPEG with a note of where it was taken, and that the device was held
// so that it has to be turned a quarter to the right (orientation 6).
func held(t *testing.T, img image.Image) []byte {
	t.Helper()
	var body bytes.Buffer
	if err := jpeg.Encode(&body, img, nil); err != nil {
		t.Fatal(err)
	}
	note := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00GPS 31.2304N 121.4737E")
	part := append([]byte{0xff, 0xe1, 0, 0}, note...)
	binary.BigEndian.PutUint16(part[2:], uint16(len(note)+2))
	return append(append(append([]byte{}, body.Bytes()[:2]...), part...), body.Bytes()[2:]...)
}

func TestAPhotoIsMadeSmallAndTellsNothing(t *testing.T) {
	raw := held(t, halves(4000, 3000))
	if !bytes.Contains(raw, []byte("GPS")) {
		t.Fatal("the photo should say where it was taken")
	}
	p, err := Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if p.Width != 1200 || p.Height != 1600 {
		t.Errorf("upright and small: %d × %d", p.Width, p.Height)
	}
	for _, body := range [][]byte{p.Body, p.Small} {
		if bytes.Contains(body, []byte("Exif")) || bytes.Contains(body, []byte("GPS")) {
			t.Error("it still tells where it was taken")
		}
	}
	got, err := jpeg.Decode(bytes.NewReader(p.Small))
	if err != nil || got.Bounds().Dx() > small || got.Bounds().Dy() > small {
		t.Fatalf("%v %v", got.Bounds(), err)
	}
	top, _, _, _ := got.At(got.Bounds().Dx()/2, 10).RGBA()
	foot, _, _, _ := got.At(got.Bounds().Dx()/2, got.Bounds().Dy()-10).RGBA()
	if top > 0x3000 || foot < 0xc000 {
		t.Errorf("turned to the right the black half is above: %x %x", top, foot)
	}
}

func TestWhatIsNoPhoto(t *testing.T) {
	var ok bytes.Buffer
	if err := png.Encode(&ok, halves(40, 30)); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(bytes.NewReader(ok.Bytes())); err != nil {
		t.Errorf("a PNG is one: %v", err)
	}
	for sentence, c := range map[string]struct {
		raw []byte
		key string
	}{
		"a page of text":                         {[]byte("<html><script>alert(1)</script></html>"), "picture.none"},
		"a drawing that can hold programs":       {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "picture.none"},
		"the beginning of a photo":               {ok.Bytes()[:50], "picture.none"},
		"another kind of picture":                {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;"), "picture.none"},
		"a few bytes that claim a huge picture":  {claiming(ok.Bytes(), 60_000, 60_000), "picture.too_large"},
		"a file that is longer than any we take": {bytes.Repeat([]byte{0xff}, Largest+1), "picture.too_long"},
		"nothing":                                {nil, "picture.none"},
	} {
		_, err := Read(bytes.NewReader(c.raw))
		if f, _ := errors.AsType[*kernel.Fault](err); f == nil || f.Key != c.key {
			t.Errorf("%s: %v, want %s", sentence, err, c.key)
		}
	}
}

// claiming is a PNG that says it is so large.
func claiming(raw []byte, w, h uint32) []byte {
	raw = bytes.Clone(raw)
	binary.BigEndian.PutUint32(raw[16:], w)
	binary.BigEndian.PutUint32(raw[20:], h)
	binary.BigEndian.PutUint32(raw[29:], crc32.ChecksumIEEE(raw[12:29]))
	return raw
}
