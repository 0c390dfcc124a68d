package io.semisup4j.experiments.paws;

import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.folder.ImageFolder;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.split.ImageNetList;
import io.semisup4j.data.split.LabelDraw;
import io.semisup4j.data.split.PictureList;
import io.semisup4j.data.split.Split;
import io.semisup4j.data.split.ValidationDraw;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.program.PawsData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ImageNet, or any data set with a folder for each class, with PAWS's views of it.
 *
 * @param root the folder that holds {@code train} and {@code val}, or the class folders themselves, and mostly the lists of
 *     labelled images
 * @param images its pictures
 */
record ImagenetFolder(Path root, ImageFolder images) {
    /** Name of the data folder's property. */
    static final String NAME = "imagenet";

    static final DataNeed NEED = new DataNeed(
            NAME, "ImageNet or the like: a folder for each class, in folders train and val or without them", List.of());

    private static final Logger LOG = LoggerFactory.getLogger(ImagenetFolder.class);
    private static final long COIN_SEED = 0;
    private static final int FULL_CLASSES = 1000;

    static ImagenetFolder of(Run run, PicturesConfig pictures) {
        Path root = run.data().folder(NAME);
        ImageFolder found = ImageFolder.load(root, pictures.unreadable(root));
        ImagenetFolder folder = new ImagenetFolder(root, found.val().isPresent() ? found : drawn(found, pictures));
        LOG.info(
                "{} training and {} validation pictures of {} classes.",
                folder.images().train().size(),
                folder.images().requireVal().size(),
                folder.images().train().classes().size());
        return folder;
    }

    private static ImageFolder drawn(ImageFolder found, PicturesConfig pictures) {
        LOG.info(
                "There is no folder val: a fraction of {} of each class is drawn to be measured on.",
                pictures.testFraction());
        return ValidationDraw.split(found, pictures.testFraction(), pictures.testSeed());
    }

    /** With the views of pre-training; whole pictures have the size of the large ones. */
    PawsData data(LabelsConfig labels, ViewsConfig views) {
        return data(labelled(labels), views);
    }

    /** For programs that see whole pictures and basic views only. */
    PawsData data(LabelsConfig labels, int size) {
        ViewsConfig large = ViewsConfig.imagenetLargeOnly();
        return data(
                labelled(labels),
                new ViewsConfig(
                        size,
                        large.largeMinScale(),
                        large.largeMaxScale(),
                        0,
                        large.smallSize(),
                        large.smallMinScale(),
                        large.smallMaxScale(),
                        large.jitter()));
    }

    private PawsData data(Split labelled, ViewsConfig views) {
        return new PawsData(
                images.train(),
                labelled,
                images.requireVal(),
                views.imagenetLargeView(),
                views.imagenetSmallView(),
                PawsViews.imageNetFineTuning().withSize(views.largeSize()).toView(),
                whole(views.largeSize()));
    }

    /** The middle of the picture, as 224 pixels after a resize to 256 are. */
    static ViewTransform whole(int size) {
        int resize = Math.round(size * 256f / 224);
        return PawsViews.imageNetEvaluation().withSize(resize, size).toView();
    }

    Split labelled(LabelsConfig labels) {
        int classes = images.train().classes().size();
        Split split =
                switch (labels.split()) {
                    case LIST -> list(labels.list());
                    case COINFLIP ->
                        LabelDraw.coinFlips(images.train().size(), (float) labels.unlabeledFraction(), COIN_SEED);
                    case FRACTION ->
                        LabelDraw.fraction(images.train().labels(), classes, labels.labelledFraction(), labels.seed());
                    case PER_CLASS ->
                        LabelDraw.perClass(images.train().labels(), classes, labels.perClass(), labels.seed());
                    case ALL -> Split.all(images.train().size());
                };
        LOG.info("{} of them are labelled ({}).", split.size(), labels.split());
        return split;
    }

    /** The images for the selection, if a list is named. */
    Optional<Split> heldOut(LabelsConfig labels) {
        return labels.holdOut().isBlank() ? Optional.empty() : Optional.of(list(labels.holdOut()));
    }

    /** On the whole of ImageNet a list under a published name must be the published one. */
    private Split list(String name) {
        if (ImageFolder.valFolder(root).isEmpty()) {
            throw new DataException("the list " + name + " needs a folder val beside train in " + root
                    + ", for pictures that are drawn to be measured on may be on the list; add val, or draw the labels,"
                    + " too: -Dset.labels.split=PER_CLASS -Dset.labels.perClass=10.");
        }
        Path file = root.resolve(name);
        if (images.train().classes().size() == FULL_CLASSES) {
            Optional<ImageNetList> published = Arrays.stream(ImageNetList.values())
                    .filter(list -> file.endsWith(list.fileName()))
                    .findFirst();
            if (published.isPresent()) {
                return published.get().read(file, images.train());
            }
        }
        return PictureList.read(file, images.train());
    }
}
