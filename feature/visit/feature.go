package visit

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what visit brings to the product.
var Feature = app.Feature{
	Name:  "visit",
	Files: files,
	Start: func(*app.Kit) {},
}
