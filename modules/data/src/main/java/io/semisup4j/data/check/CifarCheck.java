package io.semisup4j.data.check;

import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.dataset.ClassPositions;
import io.semisup4j.data.dataset.LabeledImages;

/** What can be wrong with CIFAR files that can all be read: classes without pictures, pictures that come twice. */
final class CifarCheck {
    private CifarCheck() {}

    static DataReport of(Cifar10 set) {
        DataReport.Builder report = new DataReport.Builder();
        Duplicates duplicates = new Duplicates();
        add(set.train(), "training", duplicates, report);
        add(set.test(), "test", duplicates, report);
        report.problems(duplicates.problems());
        return report.build();
    }

    private static void add(LabeledImages images, String part, Duplicates duplicates, DataReport.Builder report) {
        int[][] positions = ClassPositions.of(images.labels(), images.classes().size());
        for (int k = 0; k < positions.length; k++) {
            if (positions[k].length == 0) {
                report.problem("the class " + images.classes().get(k) + " has no " + part + " picture.");
            }
        }
        for (int i = 0; i < images.size(); i++) {
            duplicates.add(part + " picture " + i, images.image(i).pixels());
        }
        report.pictures(images.size());
    }
}
