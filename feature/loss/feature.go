package loss

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what loss brings to the product.
var Feature = app.Feature{
	Name:  "loss",
	Files: files,
	Start: func(*app.Kit) {},
}
