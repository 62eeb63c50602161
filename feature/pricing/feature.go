package pricing

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what pricing brings to the product.
var Feature = app.Feature{
	Name:  "pricing",
	Files: files,
	Start: func(*app.Kit) {},
}
