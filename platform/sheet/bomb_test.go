package sheet

import (
	"archive/zip"
	"bytes"
	"testing"
)

// bomb is a workbook of 100 kB whose sheet unpacks to 100 MB.
func bomb(t testing.TB) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	part, err := w.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	for zeros := make([]byte, 1<<20); b.Len() < 100_000; {
		if _, err := part.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
